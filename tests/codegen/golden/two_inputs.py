import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(50, 3)
        self.flatten2 = nn.Flatten()
        self.fc = nn.LazyLinear(4, bias=False)
        self.score = nn.Linear(2, 3)

    def forward(self, image, words, weights):
        flatten = torch.flatten(image, start_dim=1)
        embed = self.embed(words)
        flatten2 = self.flatten2(embed)
        cat = torch.cat((flatten, flatten2, weights), dim=1)
        fc = self.fc(cat)
        score = self.score(weights)
        return fc, score


if __name__ == "__main__":
    torch.manual_seed(0)
    net = Net()
    generator = torch.Generator().manual_seed(0)
    image = torch.rand(2, 1, 4, 4, generator=generator)
    words = torch.randint(50, (2, 5), generator=generator)
    weights = torch.tensor([[0.5, 1], [2, -1.5]], dtype=torch.float32)

    def show(layer, inputs, output):
        parameters = {name: tuple(p.shape) for name, p in layer.named_parameters()}
        print(type(layer).__name__, tuple(output.shape), parameters)

    for layer in net.children():
        layer.register_forward_hook(show)
    net.eval()
    with torch.no_grad():
        output = net(image, words, weights)
    print("output:", *(tuple(tensor.shape) for tensor in output))
    print("parameters:", sum(p.numel() for p in net.parameters()))
