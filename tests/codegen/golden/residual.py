import torch
from torch import nn
from torch.nn import functional as F


class Residual(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.LazyConv2d(8, kernel_size=3, stride=2, padding=1)
        self.bn1 = nn.LazyBatchNorm2d()
        self.conv2 = nn.LazyConv2d(8, kernel_size=3, padding=1)
        self.bn2 = nn.LazyBatchNorm2d()
        self.conv3 = nn.LazyConv2d(8, kernel_size=1, stride=2)

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


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.b = Residual()

    def forward(self, x):
        b = self.b(x)
        return b


if __name__ == "__main__":
    torch.manual_seed(0)
    net = Net()
    generator = torch.Generator().manual_seed(0)
    x = torch.randn(2, 3, 6, 6, generator=generator)

    def show(layer, inputs, output):
        parameters = {name: tuple(p.shape) for name, p in layer.named_parameters()}
        print(type(layer).__name__, tuple(output.shape), parameters)

    for layer in net.modules():
        if not list(layer.children()):
            layer.register_forward_hook(show)
    net.eval()
    with torch.no_grad():
        output = net(x)
    print("output:", tuple(output.shape))
    print("parameters:", sum(p.numel() for p in net.parameters()))
