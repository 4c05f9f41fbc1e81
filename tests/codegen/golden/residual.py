import torch
from torch import nn
from torch.nn import functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.b_conv1 = nn.LazyConv2d(8, kernel_size=3, stride=2, padding=1)
        self.b_bn1 = nn.LazyBatchNorm2d()
        self.b_conv2 = nn.LazyConv2d(8, kernel_size=3, padding=1)
        self.b_bn2 = nn.LazyBatchNorm2d()
        self.b_conv3 = nn.LazyConv2d(8, kernel_size=1, stride=2)

    def forward(self, x):
        b_conv1 = self.b_conv1(x)
        b_bn1 = self.b_bn1(b_conv1)
        b_relu1 = F.relu(b_bn1)
        b_conv2 = self.b_conv2(b_relu1)
        b_bn2 = self.b_bn2(b_conv2)
        b_conv3 = self.b_conv3(x)
        b_add = torch.add(b_bn2, b_conv3)
        b_relu2 = F.relu(b_add)
        return b_relu2


if __name__ == "__main__":
    torch.manual_seed(0)
    net = Net()
    generator = torch.Generator().manual_seed(0)
    x = torch.randn(2, 3, 6, 6, generator=generator)

    def show(layer, inputs, output):
        parameters = {name: tuple(p.shape) for name, p in layer.named_parameters()}
        print(type(layer).__name__, tuple(output.shape), parameters)

    for layer in net.children():
        layer.register_forward_hook(show)
    net.eval()
    with torch.no_grad():
        output = net(x)
    print("output:", tuple(output.shape))
    print("parameters:", sum(p.numel() for p in net.parameters()))
