import torch
from torch import nn

torch.manual_seed(0)
net = nn.Sequential(
    nn.LazyConv2d(6, kernel_size=5, padding=2),
    nn.Sigmoid(),
    nn.AvgPool2d(kernel_size=2, stride=2),
    nn.LazyConv2d(16, kernel_size=5),
    nn.Sigmoid(),
    nn.AvgPool2d(kernel_size=2, stride=2),
    nn.Flatten(),
    nn.LazyLinear(120),
    nn.Sigmoid(),
    nn.LazyLinear(84),
    nn.Sigmoid(),
    nn.LazyLinear(10),
)

if __name__ == "__main__":
    generator = torch.Generator().manual_seed(0)
    X = torch.randn(1, 1, 28, 28, generator=generator)
    net.eval()
    with torch.no_grad():
        for layer in net:
            X = layer(X)
            parameters = {name: tuple(p.shape) for name, p in layer.named_parameters()}
            print(type(layer).__name__, tuple(X.shape), parameters)
    print("parameters:", sum(p.numel() for p in net.parameters()))
