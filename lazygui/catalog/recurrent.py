"""The family of recurrent layers and their cells: RNN, LSTM and GRU, with their states as ports."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.arguments import BIAS
from lazygui.catalog.spec import AUTO, QT_TRANSLATE_NOOP, ArgumentSpec, Auto, Family, Kind, LayerSpec, ParameterSpec

_INPUT_SIZE: Final = ArgumentSpec(
    "input_size",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Input features"),
    QT_TRANSLATE_NOOP("Catalog", "Length of the last axis of the input: the features of one time step."),
    initial=AUTO,
    minimum=1,
    auto=Auto(),
)
_HIDDEN_SIZE: Final = ArgumentSpec(
    "hidden_size",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Hidden units"),
    QT_TRANSLATE_NOOP("Catalog", "Number of features of the hidden state."),
    initial=32,
    minimum=1,
)
_NUM_LAYERS: Final = ArgumentSpec(
    "num_layers",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Layers"),
    QT_TRANSLATE_NOOP("Catalog", "How many recurrent layers are stacked; each reads the states of the one below."),
    default=1,
    minimum=1,
)
_NONLINEARITY: Final = ArgumentSpec(
    "nonlinearity",
    Kind.CHOICE,
    QT_TRANSLATE_NOOP("Catalog", "Nonlinearity"),
    QT_TRANSLATE_NOOP("Catalog", "The activation function that makes the new hidden state."),
    default="tanh",
    choices=("tanh", "relu"),
)
_BIAS: Final = replace(BIAS, help=QT_TRANSLATE_NOOP("Catalog", "Learn biases for the input and for the hidden state."))
_BATCH_FIRST: Final = ArgumentSpec(
    "batch_first",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Batch first"),
    QT_TRANSLATE_NOOP(
        "Catalog", "Sequences come as (batch, time, features) rather than (time, batch, features); states stay."
    ),
    default=False,
)
_DROPOUT: Final = ArgumentSpec(
    "dropout",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Dropout between layers"),
    QT_TRANSLATE_NOOP(
        "Catalog", "Dropout probability behind each layer but the last one; it needs at least two layers."
    ),
    default=0.0,
    minimum=0,
    maximum=1,
)
_BIDIRECTIONAL: Final = ArgumentSpec(
    "bidirectional",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Bidirectional"),
    QT_TRANSLATE_NOOP(
        "Catalog", "Read the sequence from its end as well and join both states, which doubles the output features."
    ),
    default=False,
)
_PROJ_SIZE: Final = ArgumentSpec(
    "proj_size",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Projection size"),
    QT_TRANSLATE_NOOP(
        "Catalog", "Project the hidden state to so many features, fewer than the hidden units; 0 for no projection."
    ),
    default=0,
    minimum=0,
)

_STACK: Final = (_BIAS, _BATCH_FIRST, _DROPOUT, _BIDIRECTIONAL)
_REPEAT: Final = ("num_layers", "bidirectional")
_SEARCH: Final = ("recurrent", "sequence", "time", "rnn", "循环", "循环神经网络", "时间步", "序列", "隐状态")
_LSTM_SEARCH: Final = ("long short-term memory", "gate", "长短期记忆", "记忆元", "门控", *_SEARCH)
_GRU_SEARCH: Final = ("gated recurrent unit", "gate", "门控循环单元", "门控", *_SEARCH)
_CELL_SEARCH: Final = ("step", "cell", "单步", "单元")


def _parameters(gates: int, state: str = "hidden_size") -> tuple[ParameterSpec, ...]:
    """Return what a stack learns, for so many gates; `state` is the size of the hidden state."""

    def one(
        name: str, *shape: str, when: tuple[str, ...] = (), among: tuple[int, int | None] = (0, None)
    ) -> ParameterSpec:
        return ParameterSpec(f"{name}_l{{0}}{{1}}", shape, when, repeat=_REPEAT, among=among)

    rows = f"{gates}*hidden_size"
    projection = (one("weight_hr", "proj_size", "hidden_size", when=("proj_size",)),)
    return (
        one("weight_ih", rows, "input_size", among=(0, 1)),
        one("weight_ih", rows, f"bidirectional*{state}", among=(1, None)),
        one("weight_hh", rows, state),
        one("bias_ih", rows, when=("bias",)),
        one("bias_hh", rows, when=("bias",)),
        *(projection if "proj_size" in state else ()),
    )


def _cell_parameters(gates: int) -> tuple[ParameterSpec, ...]:
    rows = f"{gates}*hidden_size"
    return (
        ParameterSpec("weight_ih", (rows, "input_size")),
        ParameterSpec("weight_hh", (rows, "hidden_size")),
        ParameterSpec("bias_ih", (rows,), when=("bias",)),
        ParameterSpec("bias_hh", (rows,), when=("bias",)),
    )


_LAYERS: Final = "bidirectional*num_layers"
_LSTM_STATES: Final = (f"{_LAYERS} n proj_size|hidden_size", f"{_LAYERS} n hidden_size")


def _sizes(steps: str, *states: str) -> str:
    """Return the lengths of a sequence whose first axes are `steps`, and of states, for a batch and for one alone."""
    output = "bidirectional*" + states[0].rpartition(" ")[2]
    taken, given = ", ".join((f"{steps} input_size", *states)), ", ".join((f"{steps} {output}", *states))
    batch = f"{taken} -> {given}"
    alone = " ".join(word for word in batch.replace(" n ", " ").split(" ") if word != "n")
    return f"{batch} | {alone}"


def _stack(
    name: str, title: str, text: str, arguments: tuple[ArgumentSpec, ...], gates: int, search: tuple[str, ...]
) -> LayerSpec:
    return LayerSpec(
        f"nn.{name}",
        title,
        Family.SEQUENCE,
        (_INPUT_SIZE, _HIDDEN_SIZE, _NUM_LAYERS, *arguments),
        inputs=("input", "hx"),
        optional=("hx",),
        outputs=("output", "h_n"),
        parameters=_parameters(gates),
        face=("hidden_size", "num_layers", "bidirectional"),
        search=search,
        help=text,
        sample=((5, 3, 8), (1, 3, 32)),
        axes="T N F, L N F -> T N F, L N F | T F, L F -> T F, L F",
        axes_when=(("batch_first", "N T F, L N F -> N T F, L N F | T F, L F -> T F, L F"),),
        sizes=_sizes("t n", f"{_LAYERS} n hidden_size"),
        sizes_when=(("batch_first", _sizes("n t", f"{_LAYERS} n hidden_size")),),
        floating=True,
        unrolls=True,
    )


def _cell(name: str, title: str, text: str, gates: int, search: tuple[str, ...], *arguments: ArgumentSpec) -> LayerSpec:
    return LayerSpec(
        f"nn.{name}",
        title,
        Family.SEQUENCE,
        (_INPUT_SIZE, _HIDDEN_SIZE, _BIAS, *arguments),
        inputs=("input", "hx"),
        optional=("hx",),
        outputs=("h_1",),
        parameters=_cell_parameters(gates),
        face=("hidden_size",),
        search=(*_CELL_SEARCH, *search),
        help=text,
        sample=((3, 8), (3, 32)),
        axes="N F, N F -> N F | F, F -> F",
        sizes="n input_size, n hidden_size -> n hidden_size | input_size, hidden_size -> hidden_size",
        floating=True,
    )


_LSTM: Final = replace(
    _stack(
        "LSTM",
        QT_TRANSLATE_NOOP("Catalog", "Long short-term memory (LSTM)"),
        QT_TRANSLATE_NOOP(
            "Catalog", "Reads a sequence with a memory cell whose gates decide what is kept, written and shown."
        ),
        (*_STACK, _PROJ_SIZE),
        4,
        _LSTM_SEARCH,
    ),
    inputs=("input", "h_0", "c_0"),
    optional=("h_0", "c_0"),
    packs=(("hx", ("h_0", "c_0")),),
    outputs=("output", "h_n", "c_n"),
    parameters=_parameters(4, "proj_size|hidden_size"),
    sample=((5, 3, 8), (1, 3, 32), (1, 3, 32)),
    axes="T N F, L N F, L N F -> T N F, L N F, L N F | T F, L F, L F -> T F, L F, L F",
    axes_when=(("batch_first", "N T F, L N F, L N F -> N T F, L N F, L N F | T F, L F, L F -> T F, L F, L F"),),
    sizes=_sizes("t n", *_LSTM_STATES),
    sizes_when=(("batch_first", _sizes("n t", *_LSTM_STATES)),),
)
_LSTM_CELL: Final = replace(
    _cell(
        "LSTMCell",
        QT_TRANSLATE_NOOP("Catalog", "LSTM, one step"),
        QT_TRANSLATE_NOOP("Catalog", "Computes the next hidden state and memory cell of an LSTM from one time step."),
        4,
        _LSTM_SEARCH,
    ),
    inputs=("input", "h_0", "c_0"),
    optional=("h_0", "c_0"),
    packs=(("hx", ("h_0", "c_0")),),
    outputs=("h_1", "c_1"),
    sample=((3, 8), (3, 32), (3, 32)),
    axes="N F, N F, N F -> N F, N F | F, F, F -> F, F",
    sizes="n input_size, n hidden_size, n hidden_size -> n hidden_size, n hidden_size"
    " | input_size, hidden_size, hidden_size -> hidden_size, hidden_size",
)

LAYERS: Final = (
    _stack(
        "RNN",
        QT_TRANSLATE_NOOP("Catalog", "Recurrent layer (RNN)"),
        QT_TRANSLATE_NOOP(
            "Catalog", "Reads a sequence step by step; each hidden state comes from the input and the state before."
        ),
        (_NONLINEARITY, *_STACK),
        1,
        _SEARCH,
    ),
    _LSTM,
    _stack(
        "GRU",
        QT_TRANSLATE_NOOP("Catalog", "Gated recurrent unit (GRU)"),
        QT_TRANSLATE_NOOP("Catalog", "Reads a sequence with gates that decide how much of the old state is kept."),
        _STACK,
        3,
        _GRU_SEARCH,
    ),
    _cell(
        "RNNCell",
        QT_TRANSLATE_NOOP("Catalog", "RNN, one step"),
        QT_TRANSLATE_NOOP("Catalog", "Computes the next hidden state of a recurrent layer from one time step."),
        1,
        _SEARCH,
        _NONLINEARITY,
    ),
    _LSTM_CELL,
    _cell(
        "GRUCell",
        QT_TRANSLATE_NOOP("Catalog", "GRU, one step"),
        QT_TRANSLATE_NOOP("Catalog", "Computes the next hidden state of a GRU from one time step."),
        3,
        _GRU_SEARCH,
    ),
)
