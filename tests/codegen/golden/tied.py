import torch
from torch import nn

torch.manual_seed(0)
shared = nn.LazyLinear(8)
net = nn.Sequential(
    nn.Embedding(20, 8),
    shared,
    nn.ReLU(),
    shared,
    nn.Linear(8, 20, bias=False),
)
net[4].weight = net[0].weight

if __name__ == "__main__":
    generator = torch.Generator().manual_seed(0)
    tokens = torch.randint(20, (2, 5), generator=generator)
    net.eval()
    with torch.no_grad():
        for layer in net:
            tokens = layer(tokens)
            parameters = {name: tuple(p.shape) for name, p in layer.named_parameters()}
            print(type(layer).__name__, tuple(tokens.shape), parameters)
    print("parameters:", sum(p.numel() for p in net.parameters()))
