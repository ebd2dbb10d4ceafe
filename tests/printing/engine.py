"""A running node that evaluates JavaScript, for a whole test file."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

NODE = str(Path(sys.executable).with_name("node"))
LISTEN = """
require("readline").createInterface({input: process.stdin}).on("line", (line) => {
  const [source, points] = JSON.parse(line);
  let answer;
  try { const f = eval("(" + source + ")"); answer = points.map((p) => f(...p)); }
  catch (error) { answer = [String(error)]; }
  console.log(JSON.stringify(answer));
});
"""


@dataclass
class NodeProcess:
    """One node process that evaluates functions at points, a line each way."""

    process: subprocess.Popen[str]

    def values(self, source: str, points: list[tuple[float, ...]]) -> list[object]:
        """The function's values."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps([source, points]) + "\n")
        self.process.stdin.flush()
        answer: list[object] = json.loads(self.process.stdout.readline())
        return answer
