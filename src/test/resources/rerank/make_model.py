"""Makes model.onnx and tokenizer.json beside this file: a cross-encoder in form, whose score is the number of pairs of equal
words in question and passage. It knows only the words below. Needs the package onnx (made with 1.23.2)."""

import json
import pathlib

import onnx
from onnx import TensorProto, helper, numpy_helper
import numpy

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
WORDS = "ferry harbour школа паром порт المدرسة السفينة الميناء مدرسه کشتی بندر 渡 輪 轮 港 口 學 学 校".split()
HERE = pathlib.Path(__file__).parent


def special(name, kind):
    return {"SpecialToken": {"id": name, "type_id": kind}}


def sequence(name, kind):
    return {"Sequence": {"id": name, "type_id": kind}}


def tokenizer():
    vocabulary = {word: i for i, word in enumerate(SPECIAL + WORDS)}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {"id": i, "content": word, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
            for i, word in enumerate(SPECIAL)
        ],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {
            "type": "Sequence",
            "pretokenizers": [
                {"type": "Split", "pattern": {"Regex": "\\p{Han}"}, "behavior": "Isolated", "invert": False},
                {"type": "Whitespace"},
            ],
        },
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [special("[CLS]", 0), sequence("A", 0), special("[SEP]", 0)],
            "pair": [special("[CLS]", 0), sequence("A", 0), special("[SEP]", 0), sequence("B", 1), special("[SEP]", 1)],
            "special_tokens": {
                name: {"id": name, "ids": [vocabulary[name]], "tokens": [name]} for name in ("[CLS]", "[SEP]")
            },
        },
        "decoder": None,
        "model": {"type": "WordLevel", "vocab": vocabulary, "unk_token": "[UNK]"},
    }


def model():
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"])
        for name in ("input_ids", "attention_mask", "token_type_ids")
    ]
    constants = {
        "last_special": numpy.array(len(SPECIAL) - 1, dtype=numpy.int64),
        "zero": numpy.array(0, dtype=numpy.int64),
        "rows": numpy.array([2], dtype=numpy.int64),
        "columns": numpy.array([1], dtype=numpy.int64),
    }
    nodes = [
        helper.make_node("Greater", ["input_ids", "last_special"], ["known"]),
        helper.make_node("Equal", ["token_type_ids", "zero"], ["first"]),
        helper.make_node("Not", ["first"], ["second"]),
        helper.make_node("And", ["known", "first"], ["in_question"]),
        helper.make_node("And", ["known", "second"], ["in_passage"]),
        helper.make_node("Unsqueeze", ["input_ids", "rows"], ["ids_down"]),
        helper.make_node("Unsqueeze", ["input_ids", "columns"], ["ids_across"]),
        helper.make_node("Unsqueeze", ["in_question", "rows"], ["question_down"]),
        helper.make_node("Unsqueeze", ["in_passage", "columns"], ["passage_across"]),
        helper.make_node("Equal", ["ids_down", "ids_across"], ["equal"]),
        helper.make_node("And", ["question_down", "passage_across"], ["across"]),
        helper.make_node("And", ["equal", "across"], ["shared"]),
        helper.make_node("Cast", ["shared"], ["ones"], to=TensorProto.FLOAT),
        helper.make_node("ReduceSum", ["ones", "rows"], ["by_word"], keepdims=0),
        helper.make_node("ReduceSum", ["by_word", "columns"], ["logits"], keepdims=1),
    ]
    graph = helper.make_graph(
        nodes,
        "shared_words",
        inputs,
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", 1])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.checker.check_model(made)
    return made


(HERE / "tokenizer.json").write_text(json.dumps(tokenizer(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
onnx.save(model(), HERE / "model.onnx")
