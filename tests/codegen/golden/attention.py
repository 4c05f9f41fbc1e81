import torch
from torch import nn
from torch.nn import functional as F


def masked_softmax(X, valid_lens=None):
    # Softmax over the last axis; what lies at and beyond the valid length counts for nothing.
    # X: (batch, queries, keys); valid_lens: (batch,) or (batch, queries)
    if valid_lens is None:
        return F.softmax(X, dim=-1)
    if valid_lens.dim() == 1:
        valid_lens = valid_lens.unsqueeze(-1)
    positions = torch.arange(X.shape[-1], device=X.device)
    is_beyond = positions >= valid_lens.unsqueeze(-1)
    return F.softmax(X.masked_fill(is_beyond, -1e6), dim=-1)


class Net(nn.Module):
    def forward(self, queries, keys, valid_lens):
        keys_T = torch.transpose(keys, dim0=1, dim1=2)
        scores = torch.bmm(queries, keys_T)
        scale = scores * 0.125
        masked_softmax_ = masked_softmax(scale, valid_lens=valid_lens)
        context = torch.bmm(masked_softmax_, keys)
        return context


if __name__ == "__main__":
    torch.manual_seed(0)
    net = Net()
    generator = torch.Generator().manual_seed(0)
    queries = torch.rand(2, 3, 8, generator=generator)
    keys = torch.rand(2, 5, 8, generator=generator)
    valid_lens = torch.tensor([2, 4], dtype=torch.int64)

    def show(layer, inputs, output):
        parameters = {name: tuple(p.shape) for name, p in layer.named_parameters()}
        print(type(layer).__name__, tuple(output.shape), parameters)

    for layer in net.children():
        layer.register_forward_hook(show)
    net.eval()
    with torch.no_grad():
        output = net(queries, keys, valid_lens)
    print("output:", tuple(output.shape))
    print("parameters:", sum(p.numel() for p in net.parameters()))
