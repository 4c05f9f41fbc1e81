import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv1d(3, 4, kernel_size=3)
        self.cls_token = nn.Parameter(torch.zeros(1, 4, 1))
        self.scale = nn.Parameter(nn.init.xavier_uniform_(torch.empty(4, 4)))
        self.register_buffer("rand_weight", torch.rand(4, 4))
        self.register_buffer("steps", torch.arange(4, dtype=torch.float32).reshape(2, 2))
        self.fc = nn.Linear(4, 2)

    def forward(self, x):
        conv = self.conv(x)
        expand = self.cls_token.expand(2, 4, 4)
        add = conv + expand
        mul = add * self.scale
        matmul = mul @ self.rand_weight
        fc = self.fc(matmul)
        matmul2 = fc @ self.steps
        return matmul2


if __name__ == "__main__":
    torch.manual_seed(0)
    net = Net()
    generator = torch.Generator().manual_seed(0)
    x = torch.rand(2, 3, 6, generator=generator)

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
