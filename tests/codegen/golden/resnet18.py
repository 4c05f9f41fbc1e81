import torch
from torch import nn
from torch.nn import functional as F


class Residual(nn.Module):
    def __init__(self, num_channels):
        super().__init__()
        self.conv1 = nn.LazyConv2d(num_channels, kernel_size=3, stride=1, padding=1)
        self.bn1 = nn.LazyBatchNorm2d()
        self.conv2 = nn.LazyConv2d(num_channels, kernel_size=3, padding=1)
        self.bn2 = nn.LazyBatchNorm2d()

    def forward(self, x):
        conv1 = self.conv1(x)
        bn1 = self.bn1(conv1)
        relu1 = F.relu(bn1)
        conv2 = self.conv2(relu1)
        bn2 = self.bn2(conv2)
        add = bn2 + x
        relu2 = F.relu(add)
        return relu2


class Residual2(nn.Module):
    def __init__(self, num_channels):
        super().__init__()
        self.conv1 = nn.LazyConv2d(num_channels, kernel_size=3, stride=2, padding=1)
        self.bn1 = nn.LazyBatchNorm2d()
        self.conv2 = nn.LazyConv2d(num_channels, kernel_size=3, padding=1)
        self.bn2 = nn.LazyBatchNorm2d()
        self.conv3 = nn.LazyConv2d(num_channels, kernel_size=1, stride=2)

    def forward(self, x):
        conv1 = self.conv1(x)
        bn1 = self.bn1(conv1)
        relu1 = F.relu(bn1)
        conv2 = self.conv2(relu1)
        bn2 = self.bn2(conv2)
        conv3 = self.conv3(x)
        add = bn2 + conv3
        relu2 = F.relu(add)
        return relu2


torch.manual_seed(0)
net = nn.Sequential()
net.add_module(
    "0",
    nn.Sequential(
        nn.LazyConv2d(64, kernel_size=7, stride=2, padding=3),
        nn.LazyBatchNorm2d(),
        nn.ReLU(),
        nn.MaxPool2d(kernel_size=3, stride=2, padding=1),
    ),
)
net.add_module("b2", nn.Sequential(Residual(64), Residual(64)))
net.add_module("b3", nn.Sequential(Residual2(128), Residual(128)))
net.add_module("b4", nn.Sequential(Residual2(256), Residual(256)))
net.add_module("b5", nn.Sequential(Residual2(512), Residual(512)))
net.add_module(
    "last",
    nn.Sequential(nn.AdaptiveAvgPool2d(output_size=(1, 1)), nn.Flatten(), nn.LazyLinear(10)),
)

if __name__ == "__main__":
    generator = torch.Generator().manual_seed(0)
    X = torch.randn(1, 1, 96, 96, generator=generator)

    def show(layer, inputs, output):
        parameters = {name: tuple(p.shape) for name, p in layer.named_parameters()}
        print(type(layer).__name__, tuple(output.shape), parameters)

    for layer in net.modules():
        if not list(layer.children()):
            layer.register_forward_hook(show)
    net.eval()
    with torch.no_grad():
        output = net(X)
    print("output:", tuple(output.shape))
    print("parameters:", sum(p.numel() for p in net.parameters()))
