"""Codes of problems turned into sentences: what is wrong, where, and how to mend it. Pure Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.graph.problems import Problem
from lazygui.words.numbers import bytes_words, shape_words
from lazygui.words.translations import Translate as Translate
from lazygui.words.translations import english as english

SENTENCES: Final[Mapping[str, str]] = {
    # Edges
    "missing_output": QT_TRANSLATE_NOOP("Problem", "“{node}” has no output {port}: start the edge at another one."),
    "missing_input": QT_TRANSLATE_NOOP("Problem", "“{node}” has no input {port}: end the edge at another one."),
    "connects_itself": QT_TRANSLATE_NOOP("Problem", "“{node}” cannot feed itself: connect it to another node."),
    "input_taken": QT_TRANSLATE_NOOP(
        "Problem", "This input of “{node}” is already fed by “{by}”: delete that edge first."
    ),
    "cycle": QT_TRANSLATE_NOOP(
        "Problem", "This edge closes a cycle through “{node}”: a tensor cannot come back to a layer that it has passed."
    ),
    "piece_ends": QT_TRANSLATE_NOOP(
        "Problem",
        "Only what has one free input and one free output goes into an edge; this has {inputs} and {outputs}.",
    ),
    # Nodes and their names
    "missing_node": QT_TRANSLATE_NOOP("Problem", "There is no node called “{node}”."),
    "name_invalid": QT_TRANSLATE_NOOP(
        "Problem",
        "“{node}” cannot be an attribute of a module: use letters, digits and _, begin with a letter, and separate "
        "groups with dots, as in b2.conv1.",
    ),
    "name_keyword": QT_TRANSLATE_NOOP("Problem", "“{node}” holds a word that Python keeps for itself: choose another."),
    "name_reserved": QT_TRANSLATE_NOOP(
        "Problem", "“{node}” holds a name that every PyTorch module uses for itself: choose another."
    ),
    "name_taken": QT_TRANSLATE_NOOP("Problem", "Another node is already called “{node}”: choose another name."),
    "name_nested": QT_TRANSLATE_NOOP(
        "Problem",
        "“{node}” and “{other}” exclude each other: one name cannot be a layer and a group. Rename one of them.",
    ),
    # Arguments
    "unknown_argument": QT_TRANSLATE_NOOP("Problem", "“{node}” takes no argument “{argument}”: remove it."),
    "argument_missing": QT_TRANSLATE_NOOP("Problem", "“{argument}” needs a value."),
    "not_boolean": QT_TRANSLATE_NOOP("Problem", "“{argument}” is either true or false, not {value}."),
    "not_a_choice": QT_TRANSLATE_NOOP("Problem", "“{argument}” must be one of {choices}, not {value}."),
    "not_integer": QT_TRANSLATE_NOOP("Problem", "“{argument}” must be made of whole numbers; {value} is not."),
    "not_number": QT_TRANSLATE_NOOP("Problem", "“{argument}” must be a number, not {value}."),
    "not_finite": QT_TRANSLATE_NOOP("Problem", "“{argument}” must be a finite number, not {value}."),
    "not_above": QT_TRANSLATE_NOOP("Problem", "“{argument}” must be greater than {minimum}, not {value}."),
    "below_minimum": QT_TRANSLATE_NOOP("Problem", "“{argument}” must be at least {minimum}, not {value}."),
    "above_maximum": QT_TRANSLATE_NOOP("Problem", "“{argument}” must be at most {maximum}, not {value}."),
    "not_a_size": QT_TRANSLATE_NOOP(
        "Problem", "“{argument}” must be one whole number, or {axes} of them separated by commas, not {value}."
    ),
    "wrong_axes": QT_TRANSLATE_NOOP(
        "Problem", "“{argument}” takes one number, or {axes} of them (one for each axis), not {got}."
    ),
    "not_numbers": QT_TRANSLATE_NOOP(
        "Problem", "“{argument}” must be rows of numbers that all have the same length, as in [[1, 2], [3, 4]]."
    ),
    "not_text": QT_TRANSLATE_NOOP("Problem", "“{argument}” must be text, not {value}."),
    "source_invalid": QT_TRANSLATE_NOOP(
        "Problem",
        "The source of “{node}” must be one plain Python function, without * and ** before its parameters: mend it.",
    ),
    "source_parameters": QT_TRANSLATE_NOOP(
        "Problem",
        "The function {function} of “{node}” takes no tensor beside its numbers ({numbers}): give it a parameter more, "
        "or fewer numbers.",
    ),
    # Shares and ties
    "share_itself": QT_TRANSLATE_NOOP("Problem", "“{node}” and “{other}” are one module already: choose another node."),
    "share_nothing": QT_TRANSLATE_NOOP(
        "Problem", "{type} of “{node}” has no module that could be shared: choose a layer of torch.nn or a parameter."
    ),
    "share_type": QT_TRANSLATE_NOOP(
        "Problem",
        "“{node}” is {type} and “{other}” is {other_type}: only layers of one class can share their parameters.",
    ),
    "share_missing": QT_TRANSLATE_NOOP(
        "Problem",
        "“{node}” uses the parameters of “{other}”, and no node is called so: end the sharing, or add that node.",
    ),
    "share_circle": QT_TRANSLATE_NOOP(
        "Problem",
        "“{node}” and “{other}” share their parameters in a circle, so that none of them owns any: end one sharing.",
    ),
    "share_tied": QT_TRANSLATE_NOOP(
        "Problem",
        "“{node}” uses all parameters of “{other}”, so its {parameter} cannot be tied to another besides: end one of "
        "the two.",
    ),
    "share_arguments": QT_TRANSLATE_NOOP(
        "Problem",
        "“{node}” uses the module of “{other}”, but their {argument} differ, {value} and {their}: make them equal, or "
        "end the sharing.",
    ),
    "not_shared": QT_TRANSLATE_NOOP("Problem", "“{node}” shares its parameters with no other node."),
    "tie_itself": QT_TRANSLATE_NOOP(
        "Problem", "The {parameter} of “{node}” and “{other}” are one tensor already: choose another parameter."
    ),
    "tie_parameter": QT_TRANSLATE_NOOP(
        "Problem", "“{node}” has no parameter called “{parameter}”: choose one that it has."
    ),
    "tie_missing": QT_TRANSLATE_NOOP(
        "Problem",
        "The {parameter} of “{node}” is tied to “{other}”, and there is no such node: end the tie, or add that node.",
    ),
    "tie_widths": QT_TRANSLATE_NOOP(
        "Problem",
        "“{place}” is {shape} and “{other}” is {other_shape}: one tensor cannot have both shapes. Set the sizes of one "
        "to those of the other.",
    ),
    "not_tied": QT_TRANSLATE_NOOP("Problem", "The {parameter} of “{node}” is tied to nothing."),
    # Initialization
    "initialization_kind": QT_TRANSLATE_NOOP(
        "Problem", "{kind} is no class of PyTorch that has weights: name one, such as nn.Linear."
    ),
    "initializer_unknown": QT_TRANSLATE_NOOP(
        "Problem",
        "PyTorch has no initializer {initializer}: choose a function of torch.nn.init, such as xavier_uniform_.",
    ),
    "initializer_argument": QT_TRANSLATE_NOOP("Problem", "{initializer} takes no argument “{argument}”: remove it."),
    "initializer_bounds": QT_TRANSLATE_NOOP(
        "Problem", "The lower bound must be less than the upper one; {low} and {high} are not."
    ),
    "weight_not_finite": QT_TRANSLATE_NOOP("Problem", "A number of the {parameter} of “{node}” must be finite."),
    "weight_outside": QT_TRANSLATE_NOOP(
        "Problem", "The {parameter} of “{node}” is {shape} and has no element [{index}]: choose one that it has."
    ),
    "init_lazy": QT_TRANSLATE_NOOP(
        "Problem", "“{node}” is still lazy: before a sample has passed there is no {parameter} to initialize."
    ),
    "init_unsaid": QT_TRANSLATE_NOOP("Problem", "“{node}” is named by no rule."),
    "init_kept": QT_TRANSLATE_NOOP("Problem", "“{node}” is to stay as it was drawn."),
    "init_spared": QT_TRANSLATE_NOOP(
        "Problem",
        "The {parameter} of “{node}” has one axis, which a rule for all layers leaves as it is: name its kind, or the "
        "node.",
    ),
    "init_axes": QT_TRANSLATE_NOOP(
        "Problem", "{initializer} cannot initialize the {parameter} of “{node}”, whose shape is {shape}."
    ),
    "init_refused": QT_TRANSLATE_NOOP("Problem", "{initializer} refused the {parameter} of “{node}”: “{words}”."),
    # Where a run computes
    "device_missing": QT_TRANSLATE_NOOP("Problem", "This machine has no device {device}: choose one of {choices}."),
    "dtype_unknown": QT_TRANSLATE_NOOP("Problem", "A run cannot be in {dtype}: choose one of {choices}."),
    # A backward pass
    "no_gradient": QT_TRANSLATE_NOOP(
        "Problem", "Nothing that comes out depends on a parameter: add a layer that learns something."
    ),
    "loss_not_scalar": QT_TRANSLATE_NOOP(
        "Problem", "“{node}” does not give one number: go back from a loss, or from the mean of all outputs."
    ),
    "loss_no_gradient": QT_TRANSLATE_NOOP(
        "Problem", "What “{node}” gives depends on no parameter, so that nothing can go back from it."
    ),
    "backward_failed": QT_TRANSLATE_NOOP("Problem", "PyTorch could not go back: “{words}”."),
    # Groups
    "missing_group": QT_TRANSLATE_NOOP("Problem", "There is no group called “{node}”."),
    "group_taken": QT_TRANSLATE_NOOP("Problem", "Another group is already called “{node}”: choose another name."),
    "empty_group": QT_TRANSLATE_NOOP("Problem", "A group needs nodes: choose some first."),
    # Blocks of one's own
    "block_taken": QT_TRANSLATE_NOOP("Problem", "You have a block called “{name}” already: choose another name."),
    "block_name": QT_TRANSLATE_NOOP("Problem", "A block needs a name of letters or digits: give it one."),
    "block_missing": QT_TRANSLATE_NOOP("Problem", "You have no block called “{name}” any more."),
    "not_a_block": QT_TRANSLATE_NOOP(
        "Problem", "{path} is a drawing, but no block: choose its nodes and save them as one."
    ),
    # Before a run
    "auto_unknown": QT_TRANSLATE_NOOP(
        "Problem", "“{argument}” of “{node}” cannot be filled in: nothing tells yet what arrives there. Connect it."
    ),
    "code_not_allowed": QT_TRANSLATE_NOOP(
        "Problem",
        "The source of “{node}” has not been allowed to run in this document: read it, and allow it if you trust it.",
    ),
    "empty_network": QT_TRANSLATE_NOOP("Problem", "The network is empty: add an Input and a layer."),
    "no_input": QT_TRANSLATE_NOOP("Problem", "The network has no Input: add one, for a sample starts there."),
    "unknown_type": QT_TRANSLATE_NOOP(
        "Problem", "LazyGUI does not know the layer {type} of “{node}”: it is kept, but cannot run. Replace it to run."
    ),
    "unsupported_member": QT_TRANSLATE_NOOP(
        "Problem", "“{node}” has a member “{member}” that this version does not understand: remove it to run."
    ),
    "missing_inputs": QT_TRANSLATE_NOOP("Problem", "“{node}” needs an edge to {inputs}: connect an output to it."),
    "fill_needs_floating": QT_TRANSLATE_NOOP(
        "Problem", "“{node}” cannot be filled by {fill} as {dtype}: choose randint, or a floating data type."
    ),
    "high_too_large": QT_TRANSLATE_NOOP(
        "Problem", "The upper bound {high} of “{node}” is too large for {dtype}: lower it, or choose a wider data type."
    ),
    "values_shape": QT_TRANSLATE_NOOP(
        "Problem", "The values of “{node}” have the shape {got}, but its shape says {expected}: make them agree."
    ),
    "too_large": QT_TRANSLATE_NOOP(
        "Problem", "“{node}” would need {bytes} of memory, and {available} are free: make it or its input smaller."
    ),
    # During a run
    "out_of_memory": QT_TRANSLATE_NOOP(
        "Problem", "There is not enough memory for “{node}”: make it or its input smaller."
    ),
    "construction_failed": QT_TRANSLATE_NOOP(
        "Problem", "PyTorch cannot build {layer} of “{node}” with these arguments: change them."
    ),
    "forward_failed": QT_TRANSLATE_NOOP(
        "Problem", "{layer} of “{node}” cannot take what it received: change its arguments or what feeds it."
    ),
    "not_floating": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} “{node}” computes with floating point numbers, but receives {dtype} from “{source}”: change the "
        "data type.",
    ),
    "wrong_dtype": QT_TRANSLATE_NOOP(
        "Problem",
        "The weights of {layer} “{node}” are {expected}, but it receives {dtype} from “{source}”: turn that into "
        "{expected}.",
    ),
    "mixed_dtypes": QT_TRANSLATE_NOOP(
        "Problem",
        "“{node}” multiplies tensors of one data type, but receives {first} and, from “{source}”, {dtype}: make "
        "them the same.",
    ),
    "needs_integers": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} “{node}” takes whole numbers at “{input}”, but receives {dtype} from “{source}”: make them int64.",
    ),
    "needs_mask": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} “{node}” takes a mask of true and false at “{input}”, but receives {dtype} from “{source}”: make "
        "it bool.",
    ),
    "dtype_refused": QT_TRANSLATE_NOOP(
        "Problem", "{layer} “{node}” cannot compute with {dtype}, which comes from “{source}”: change the data type."
    ),
    "wrong_features": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} “{node}” expects {expected} features, but receives {got} from “{source}”: make {argument} and "
        "what arrives agree.",
    ),
    "wrong_channels": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} “{node}” expects {expected} channels, but receives {got} from “{source}”: make {argument} and "
        "what arrives agree.",
    ),
    "wrong_state": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} “{node}” expects {expected} ({argument}) at axis {axis} of “{input}”, but receives {got} from "
        "“{source}”: make the two agree.",
    ),
    "shared_width": QT_TRANSLATE_NOOP(
        "Problem",
        "“{node}” uses the weights of “{owner}” again, which are made for {expected}, but receives {got} from "
        "“{source}”: shared weights have one width.",
    ),
    "wrong_rank": QT_TRANSLATE_NOOP(
        "Problem",
        "The number of axes at “{input}” of {layer} “{node}” must be {ranks}, but it is {got} in {shape} from "
        "“{source}”: add an axis or take one away.",
    ),
    "not_divisible": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} “{node}” needs {number} to be divisible by {by} ({divisor}): change one of the two numbers.",
    ),
    "cannot_broadcast": QT_TRANSLATE_NOOP(
        "Problem",
        "“{node}” cannot combine {first} from “{other}” with {second} from “{source}”: the lengths {a} and {b} of "
        "{axis} differ, and none is 1.",
    ),
    "unequal_lengths": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} “{node}” receives {first} from “{other}” and {second} from “{source}”, where {a} and {b} should "
        "be one length: make them the same.",
    ),
    "unequal_ranks": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} “{node}” receives {first} from “{other}” and {second} from “{source}”: they need the same number "
        "of axes.",
    ),
    "unequal_shapes": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} “{node}” compares {first} from “{other}” with {second} from “{source}”: make them one shape.",
    ),
    "one_of_two": QT_TRANSLATE_NOOP(
        "Problem", "“{node}” needs either {argument} or {instead}: set one of them, and only one."
    ),
    "equation_inputs": QT_TRANSLATE_NOOP(
        "Problem", "The equation of “{node}” speaks of {terms} inputs, but {got} arrive: write a term for each of them."
    ),
    "equation_axes": QT_TRANSLATE_NOOP(
        "Problem",
        "The equation of “{node}” has {letters} letters in {term}, but {got} axes arrive from “{source}” "
        "({shape}): write a letter for each axis.",
    ),
    "axis_out_of_range": QT_TRANSLATE_NOOP(
        "Problem",
        "“{node}” looks for axis {axis} ({argument}), but {shape} from “{source}” has the axes 0 to {last}: choose "
        "one of them.",
    ),
    "wrong_order": QT_TRANSLATE_NOOP(
        "Problem",
        "“{node}” must name each of the {got} axes of {shape} once, but {argument} names {dims}: complete it.",
    ),
    "wrong_elements": QT_TRANSLATE_NOOP(
        "Problem", "“{node}” cannot make {sizes} ({argument}) of {got} elements: choose lengths whose product is {got}."
    ),
    "cannot_expand": QT_TRANSLATE_NOOP(
        "Problem",
        "“{node}” cannot stretch {axis} of {shape} from {got} to {expected}: only an axis of length 1 can be "
        "stretched.",
    ),
    "wrong_parts": QT_TRANSLATE_NOOP(
        "Problem",
        "The parts {sizes} of “{node}” are {expected} long together, but the axis that arrives from “{source}” has "
        "{got}: make them agree.",
    ),
    "beyond_axis": QT_TRANSLATE_NOOP(
        "Problem", "“{node}” reaches element {number} ({argument}) of an axis that has only {got}: stay inside it."
    ),
    "window_too_large": QT_TRANSLATE_NOOP(
        "Problem",
        "The window of {layer} “{node}” spans {kernel}, but axis {axis} has only {size} with its padding ({got} "
        "from “{source}”): make it smaller, or pad more.",
    ),
    "padding_over_half": QT_TRANSLATE_NOOP(
        "Problem",
        "The padding {padding} of {layer} “{node}” is more than half of its window {kernel}: make it smaller.",
    ),
    "padding_over_input": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} “{node}” pads by {padding} with what is there, but axis {axis} has only {got}: pad less, or with "
        "zeros.",
    ),
    "shrinks_to_nothing": QT_TRANSLATE_NOOP(
        "Problem", "{factor} times the {got} at axis {axis} of “{node}” leaves nothing: make the factor larger."
    ),
    "nothing_left": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} “{node}” cuts {padding} off both ends of axis {axis}, which leaves nothing of it: pad less.",
    ),
    "same_with_stride": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} “{node}” cannot keep the size (padding = same) while its stride is {stride}: set the stride to 1, "
        "or the padding to a number.",
    ),
    "output_padding_too_large": QT_TRANSLATE_NOOP(
        "Problem",
        "The output padding {padding} of {layer} “{node}” must be less than its stride {stride} or its dilation "
        "{dilation}: make it smaller.",
    ),
    "one_value": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} “{node}” has one value for each channel in {shape}, which has no variance in training: use a "
        "larger batch, or eval mode.",
    ),
    "index_too_large": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} “{node}” takes indices from 0 to {largest}, but a larger or negative one came from “{source}”: "
        "make them fit.",
    ),
    "custom_failed": QT_TRANSLATE_NOOP("Problem", "The function of “{node}” raised {error}: look at its source."),
    # Accepted in silence
    "warn_last_axis": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} “{node}” acts on the last axis alone ({got} of {shape}): insert Flatten before it if every "
        "example is meant to become one vector.",
    ),
    "warn_broadcast": QT_TRANSLATE_NOOP(
        "Problem",
        "“{node}” stretches {first} from “{other}” and {second} from “{source}” to {shape}: make sure it should.",
    ),
    "warn_batchnorm_axis": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} “{node}” takes axis 1 of {shape} for channels, but the features are on the last axis: exchange "
        "the two.",
    ),
    "warn_unbatched": QT_TRANSLATE_NOOP(
        "Problem", "{layer} “{node}” takes {shape} for one example without a batch: add an axis in front if it is none."
    ),
    "warn_channels_last": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} “{node}” takes axis 1 of {shape} for {got} channels, but the channels seem to come last: move "
        "that axis.",
    ),
    "warn_fixed_size": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} “{node}” fixes {argument} = {got}, while the layers around it find their sizes by themselves: "
        "make it lazy, too.",
    ),
    "warn_unread": QT_TRANSLATE_NOOP("Problem", "Nothing reads “{node}”: connect it, or remove it."),
    "warn_one_value": QT_TRANSLATE_NOOP(
        "Problem",
        "{layer} “{node}” has one value for each channel in {shape}: this runs in eval mode, but not in training.",
    ),
    # The engine itself
    "engine_error": QT_TRANSLATE_NOOP("Problem", "The engine failed in a way that nobody foresaw: run again."),
    "engine_died": QT_TRANSLATE_NOOP(
        "Problem", "The engine ended in the middle of “{node}”: make the layer smaller, or run again."
    ),
    # Figures
    "figure_empty": QT_TRANSLATE_NOOP("Problem", "There is nothing to draw: add some nodes first."),
    "figure_ending": QT_TRANSLATE_NOOP(
        "Problem", "{path} ends in none of .svg, .pdf and .png, one of which says what the figure shall be: add it."
    ),
    "picture_too_large": QT_TRANSLATE_NOOP(
        "Problem",
        "A PNG of {width} × {height} pixels is too large: choose a scale of {scale} at most, or SVG or PDF, which have "
        "no pixels.",
    ),
    # Files
    "cannot_read": QT_TRANSLATE_NOOP("Problem", "{path} cannot be read: {reason}."),
    "cannot_write": QT_TRANSLATE_NOOP("Problem", "{path} cannot be written: {reason}. Save it elsewhere."),
    "file_too_large": QT_TRANSLATE_NOOP(
        "Problem", "{path} holds more than {limit}, so it is no drawing: choose another file."
    ),
    "not_utf8": QT_TRANSLATE_NOOP("Problem", "The text is not UTF-8: save it in that encoding."),
    "bad_character": QT_TRANSLATE_NOOP("Problem", "A string holds half a character (a lone surrogate): remove it."),
    "not_json": QT_TRANSLATE_NOOP("Problem", "This is not JSON: at column {column} there should be {expected}."),
    "number_not_finite": QT_TRANSLATE_NOOP("Problem", "{text} is not a finite number: write one."),
    "too_deep": QT_TRANSLATE_NOOP(
        "Problem", "More than {limit} objects and arrays stand inside one another: flatten them."
    ),
    "duplicate_node": QT_TRANSLATE_NOOP(
        "Problem", "The node “{node}” is already there, at line {first_line}: rename one of the two."
    ),
    "duplicate_key": QT_TRANSLATE_NOOP(
        "Problem", "The member “{key}” is already there, at line {first_line}: remove one of the two."
    ),
    "not_a_document": QT_TRANSLATE_NOOP(
        "Problem", 'This is no LazyGUI document: it must be an object that begins with "format": "{format}".'
    ),
    "foreign_format": QT_TRANSLATE_NOOP(
        "Problem", "The format “{found}” is none of LazyGUI's: a document of this version says “{format}”."
    ),
    "newer_format": QT_TRANSLATE_NOOP(
        "Problem", "The document has the format {found}, and this version reads {format}: open it with a newer LazyGUI."
    ),
    "missing_member": QT_TRANSLATE_NOOP("Problem", "The member “{member}” is missing: add it."),
    "wrong_member": QT_TRANSLATE_NOOP("Problem", "“{member}” must be {expected}."),
    "missing_type": QT_TRANSLATE_NOOP("Problem", '“{node}” has no type: give it one, such as "nn.LazyLinear".'),
    "wrong_edge": QT_TRANSLATE_NOOP("Problem", 'An edge must be two names in brackets, as in ["x", "fc1"].'),
    "wrong_port": QT_TRANSLATE_NOOP(
        "Problem", '“{end}” names no port: write a number behind the colon, as in "cat:1".'
    ),
    "missing_end": QT_TRANSLATE_NOOP(
        "Problem", "The edge ends at “{end}”, and no node is called so: add it, or remove the edge."
    ),
    "wrong_tie": QT_TRANSLATE_NOOP(
        "Problem", 'A tie of “{node}” must name a node and its parameter, as in "embed.weight".'
    ),
    "missing_comment": QT_TRANSLATE_NOOP("Problem", "That comment is no longer there."),
    "comment_too_long": QT_TRANSLATE_NOOP(
        "Problem", "A comment has {most} letters at most, and this has {length}: shorten it."
    ),
    "comment_color": QT_TRANSLATE_NOOP("Problem", "A comment cannot be “{color}”: choose one of {expected}."),
    "wrong_comment": QT_TRANSLATE_NOOP(
        "Problem", "The comment “{comment}” must have a kind (note or frame), a rect [x, y, width, height] and a text."
    ),
    "wrong_init": QT_TRANSLATE_NOOP(
        "Problem",
        'A rule of initialization tells whom it is for and what is done to weights, biases or both, as in {{"for": '
        '"nn.Linear", "weight": {{"normal_": {{"std": 0.01}}}}}}.',
    ),
    "wrong_weight": QT_TRANSLATE_NOOP(
        "Problem",
        'A weight that is set by hand names a parameter, an index and a number, as in ["fc1.weight", [0, 3], 42].',
    ),
    "wrong_place": QT_TRANSLATE_NOOP("Problem", "The place of “{node}” must be two numbers, as in [240, 0]."),
    "cycle_in_file": QT_TRANSLATE_NOOP(
        "Problem", "The edges make a cycle ({nodes}), so that no node could be first: remove one of them."
    ),
    # Pasted code
    "code_syntax": QT_TRANSLATE_NOOP("Problem", "Python cannot read “{text}”: mend this line."),
    "code_statement": QT_TRANSLATE_NOOP(
        "Problem",
        "LazyGUI cannot read “{text}”: it reads layers, calls and for loops over known ranges. Write it with these, or "
        "leave it out.",
    ),
    "code_value": QT_TRANSLATE_NOOP(
        "Problem",
        "“{text}” depends on values that only a run has: LazyGUI reads conditions that are known beforehand. Choose "
        "one of the ways.",
    ),
    "code_size": QT_TRANSLATE_NOOP(
        "Problem", "“{text}” computes with the size of a tensor, which only a run tells: write the number, or -1."
    ),
    "code_no_number": QT_TRANSLATE_NOOP(
        "Problem", "“{text}” gives no number that a network can hold: write the number itself."
    ),
    "code_not_defined": QT_TRANSLATE_NOOP(
        "Problem", "“{name}” is not defined in this text, but “{text}” needs it: copy its definition, too."
    ),
    "code_unknown_layer": QT_TRANSLATE_NOOP(
        "Problem", "LazyGUI has no layer or operation {name}, which stands in “{text}”: use one that the palette has."
    ),
    "code_argument": QT_TRANSLATE_NOOP(
        "Problem", "LazyGUI knows no argument “{argument}” of {name}, which stands in “{text}”: leave it out."
    ),
    "code_missing": QT_TRANSLATE_NOOP("Problem", "{name} needs “{argument}” in “{text}”: pass it."),
    "code_twice": QT_TRANSLATE_NOOP("Problem", "{name} gets “{argument}” twice in “{text}”: leave one out."),
    "code_too_many": QT_TRANSLATE_NOOP(
        "Problem", "{name} takes {count} arguments without a name at most, and “{text}” has more: leave some out."
    ),
    "code_not_a_value": QT_TRANSLATE_NOOP(
        "Problem", "{name} needs numbers or a text as “{argument}” in “{text}”: write them out."
    ),
    "code_not_a_tensor": QT_TRANSLATE_NOOP("Problem", "{name} needs a tensor as “{argument}” in “{text}”: pass one."),
    "code_not_a_module": QT_TRANSLATE_NOOP(
        "Problem", "{name} holds modules alone, and “{text}” gives it something else: put layers there."
    ),
    "code_not_a_loop": QT_TRANSLATE_NOOP(
        "Problem",
        "“{text}” goes through what is not known beforehand: LazyGUI reads loops over ranges, lists and modules.",
    ),
    "code_no_element": QT_TRANSLATE_NOOP("Problem", "There is no element {key} in “{text}”: choose one that is there."),
    "code_unpack": QT_TRANSLATE_NOOP("Problem", "“{text}” has {count} names for {got} values: make them agree."),
    "code_no_forward": QT_TRANSLATE_NOOP(
        "Problem", "{name} has no forward that says what “{text}” computes: copy its forward, too."
    ),
    "code_class_needs": QT_TRANSLATE_NOOP(
        "Problem", "{name} needs {arguments}: add a line that gives them, as in net = {name}(…)."
    ),
    "code_again": QT_TRANSLATE_NOOP(
        "Problem", "“{text}” gives the network another sample: one is enough. Leave this line out."
    ),
    "code_loop": QT_TRANSLATE_NOOP(
        "Problem", "“{text}” makes {count} turns or parts, and LazyGUI reads {limit} at most: make it shorter."
    ),
    "code_too_long": QT_TRANSLATE_NOOP(
        "Problem", "This text asks for more than LazyGUI reads at once ({limit}): paste a part of it."
    ),
    "code_too_deep": QT_TRANSLATE_NOOP(
        "Problem", "Too much stands inside one another in “{text}”: write it in several lines."
    ),
    "code_no_layers": QT_TRANSLATE_NOOP(
        "Problem",
        "There is no layer in this text: paste layers such as nn.LazyLinear(10), a class with its forward, or a "
        "document of LazyGUI.",
    ),
}
"""What each code says. The placeholders are `node`, the place of the problem, and the names of its details."""

NOUNS: Final[Mapping[str, str]] = {
    "object": QT_TRANSLATE_NOOP("Problem", "an object in braces"),
    "array": QT_TRANSLATE_NOOP("Problem", "an array in brackets"),
    "value": QT_TRANSLATE_NOOP("Problem", "a value"),
    "key": QT_TRANSLATE_NOOP("Problem", "a name in double quotes"),
    "string": QT_TRANSLATE_NOOP("Problem", "a well-formed string"),
    "end": QT_TRANSLATE_NOOP("Problem", "the end of the text"),
    ":": QT_TRANSLATE_NOOP("Problem", "a colon"),
    ", }": QT_TRANSLATE_NOOP("Problem", "a comma or a closing brace"),
    ", ]": QT_TRANSLATE_NOOP("Problem", "a comma or a closing bracket"),
}
"""What the detail `expected` of a text that is no document stands for."""

OR: Final = QT_TRANSLATE_NOOP("Problem", "{these} or {last}")
QUOTED: Final = QT_TRANSLATE_NOOP("Problem", "“{name}”")
AXIS: Final = QT_TRANSLATE_NOOP("Problem", "axis {number}")
LAST_AXIS: Final = QT_TRANSLATE_NOOP("Problem", "the last axis")
AXIS_FROM_END: Final = QT_TRANSLATE_NOOP("Problem", "axis {number} from the end")
COUNTED_FROM_END: Final = frozenset({"cannot_broadcast", "cannot_expand"})
"""Codes that speak of an axis by its place from the end: there is more than one shape, of different lengths."""
AT_LINE: Final = QT_TRANSLATE_NOOP("Problem", "Line {line}: {sentence}")
LONGEST: Final = 60
"""A value is cut after so many characters."""


def sentence(problem: Problem, translate: Translate = english) -> str:
    """Return what the problem means, and how it can be mended."""
    values = {name: _value(problem.code, name, value, translate) for name, value in problem.details.items()}
    template = translate("Problem", SENTENCES[problem.code])
    if values.get("layer", "").islower():
        # The name of a function says no more than that of its node: "cat “cat”".
        template = template.replace("{layer} “{node}”", "“{node}”").replace("{layer}“{node}”", "“{node}”")
    text = template.format(**{"node": problem.node, **values})
    line = problem.details.get("line")
    return text if line is None else translate("Problem", AT_LINE).format(line=line, sentence=text)


def _value(code: str, name: str, value: object, translate: Translate) -> str:
    """Return a detail as the sentence shows it."""
    match name, value:
        case ("value", (single,)):
            return _value(code, name, single, translate)
        case ("value", _):
            text = repr(value)
            return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
        case ("bytes" | "available", int()):
            return bytes_words(value, translate)
        case ("limit", int()) if code == "file_too_large":
            return bytes_words(value, translate)
        case ("axis", int()) if code in COUNTED_FROM_END:
            return _axis(value, translate)
        case ("ranks", tuple()):
            return _or(list(map(str, value)), translate)
        case ("inputs", tuple()):
            return ", ".join(translate("Problem", QUOTED).format(name=name) for name in value)
        case ("sizes", tuple()) if code == "wrong_elements":
            return shape_words([str(length) for length in value])
        case ("choices" | "dims" | "sizes", tuple()):
            return ", ".join(map(str, value))
        case ("nodes", tuple()):
            return " → ".join(map(str, (*value, *value[:1])))
        case (_, tuple()):
            return shape_words([str(length) for length in value])
        case ("expected", str()) if value in NOUNS:
            return translate("Problem", NOUNS[value])
        case (_, float()) if value.is_integer():
            return str(int(value)) if abs(value) < 1e15 else str(value)
    return str(value)


def _axis(axis: int, translate: Translate) -> str:
    """Return an axis that is counted from either end."""
    if axis == -1:
        return translate("Problem", LAST_AXIS)
    return translate("Problem", AXIS if axis >= 0 else AXIS_FROM_END).format(number=abs(axis))


def _or(several: Sequence[str], translate: Translate) -> str:
    """Return a choice: "3", "3 or 4", "2, 3 or 4"."""
    *these, last = several
    return translate("Problem", OR).format(these=", ".join(these), last=last) if these else last
