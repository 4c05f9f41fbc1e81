import torch
from torch import nn

torch.manual_seed(0)
net = nn.Sequential(
    nn.LazyLinear(256),
    nn.ReLU(),
    nn.LazyLinear(10),
)

if __name__ == "__main__":
    generator = torch.Generator().manual_seed(0)
    x = torch.rand(2, 20, generator=generator)
    net.eval()
    with torch.no_grad():
        for layer in net:
            x = layer(x)
            parameters = {name: tuple(p.shape) for name, p in layer.named_parameters()}
            print(type(layer).__name__, tuple(x.shape), parameters)
    print("parameters:", sum(p.numel() for p in net.parameters()))
