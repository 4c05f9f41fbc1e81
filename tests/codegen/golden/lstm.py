import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(8, 16)
        self.rnn2 = nn.LSTM(16, 16)
        self.fc = nn.LazyLinear(4)

    def forward(self, X, state):
        output, (h_n, c_n) = self.rnn(X, hx=(state, state))
        output_2, (h_n_2, _) = self.rnn2(output, hx=(h_n, c_n))
        fc = self.fc(output_2)
        turn = torch.transpose(h_n_2, dim0=1, dim1=2)
        score = h_n_2 @ turn
        return fc, score


if __name__ == "__main__":
    torch.manual_seed(0)
    net = Net()
    generator = torch.Generator().manual_seed(0)
    X = torch.rand(5, 2, 8, generator=generator)
    state = torch.zeros(1, 2, 16)

    def shapes(output):
        if isinstance(output, torch.Tensor):
            return tuple(output.shape)
        return [shapes(part) for part in output if part is not None]

    def show(layer, inputs, output):
        parameters = {name: tuple(p.shape) for name, p in layer.named_parameters()}
        print(type(layer).__name__, shapes(output), parameters)

    for layer in net.children():
        layer.register_forward_hook(show)
    net.eval()
    with torch.no_grad():
        output = net(X, state)
    print("output:", *map(shapes, output))
    print("parameters:", sum(p.numel() for p in net.parameters()))
