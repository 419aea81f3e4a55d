"""The network: some of MiniLM's layers over our vocabulary, and one head a task."""

import torch
from torch import nn
from transformers import BertModel
from transformers.utils import logging

import data
import pieces

logging.set_verbosity_error()
logging.disable_progress_bar()
LONGEST = 96  # pieces of a sentence that are read; the rest is cut


class Student(nn.Module):
    """Sentence in, 4 stance scores and 23 cue scores out."""

    def __init__(self, layers):
        super().__init__()
        self.body = BertModel.from_pretrained(pieces.minilm(), add_pooling_layer=False, attn_implementation="sdpa")
        kept = {6: range(6), 5: [0, 1, 2, 3, 5], 4: [0, 1, 3, 5], 3: [0, 2, 5]}[layers]
        self.body.encoder.layer = nn.ModuleList(self.body.encoder.layer[i] for i in kept)
        rows = self.body.embeddings.word_embeddings.weight[pieces.original_ids()].detach().clone()
        self.body.embeddings.word_embeddings = nn.Embedding.from_pretrained(rows, freeze=True)
        for weights in self.body.embeddings.parameters():
            weights.requires_grad = False
        self.tokeniser = pieces.tokeniser(LONGEST)
        self.tokeniser.enable_padding(pad_id=0)
        self.drop, self.stance, self.cues = nn.Dropout(0.1), nn.Linear(384, 4), nn.Linear(384, len(data.CUES))

    def encode(self, texts):
        got = self.tokeniser.encode_batch(texts)
        return torch.tensor([line.ids for line in got]), torch.tensor([line.attention_mask for line in got])

    def forward(self, ids, mask):
        return heads(self, self.body(input_ids=ids, attention_mask=mask).last_hidden_state, mask)


def heads(model, states, mask):
    weights = mask.unsqueeze(-1).to(states.dtype)
    pooled = model.drop((states * weights).sum(1) / weights.sum(1))
    return model.stance(pooled), model.cues(pooled)


def load(path):
    saved = torch.load(path)
    model = Student(saved["layers"])
    model.load_state_dict(saved["weights"])
    return model
