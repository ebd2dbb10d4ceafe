"""Turns frames into a film file, on a thread of its own, while the next frame is drawn."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from queue import Queue
from threading import Thread

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace

from scenes.qualities import FORMATS, GIF_RATE, GIF_WIDTH, Format, Quality

QUEUE = 12  # frames drawn ahead of the encoder: 100 MB at 1080p
BT709 = 1  # the number of ITU-R BT.709 for primaries and transfer in FFmpeg
LIMITED_RANGE = 1


class Encoder(Thread):
    """One stream from the first frame to the last.

    Args:
        target: The file to write.
        quality: Frame size, rate and effort.
        format: Codec and container.
    """

    def __init__(self, target: Path, quality: Quality, format: Format) -> None:
        super().__init__(daemon=True)
        self.target, self.quality, self.format = target, quality, format
        self.frames = 0
        self.queue: Queue[tuple[np.ndarray, int] | None] = Queue(QUEUE)
        self.failure: BaseException | None = None
        self.start()

    def write(self, pixels: np.ndarray, repeat: int) -> None:
        """Take over an RGBA frame that is shown `repeat` times.

        Raises:
            OSError: The file could not be written.
        """
        self._check()
        self.frames += repeat
        self.queue.put((pixels, repeat))

    def finish(self) -> None:
        """Encode what is left and close the file.

        Raises:
            OSError: The file could not be written.
        """
        self.queue.put(None)
        self.join()
        self._check()

    def _check(self) -> None:
        if self.failure:
            raise self.failure

    def run(self) -> None:
        """Encode frames until there are no more."""
        try:
            self._encode()
        except BaseException as failure:
            self.failure = failure
            # Keep emptying the queue, so that the one who draws does not wait for ever
            while self.queue.get() is not None:
                pass

    def _encode(self) -> None:
        with av.open(str(self.target), "w", options=dict(self.format.container)) as container:
            stream = container.add_stream(
                self.format.codec, rate=self.quality.frame_rate, options=self._options()
            )
            stream.width, stream.height = self.quality.width, self.quality.height
            stream.pix_fmt = "yuv420p"
            # Said in the file, so that a browser shows the palette's colours and not guesses
            context = stream.codec_context
            context.colorspace = Colorspace.ITU709
            context.color_range = ColorRange.MPEG
            context.color_primaries = context.color_trc = BT709
            time = 0
            while (item := self.queue.get()) is not None:
                frame = in_yuv(item[0])
                for _ in range(item[1]):
                    frame.pts, frame.time_base = time, Fraction(1, self.quality.frame_rate)
                    container.mux(stream.encode(frame))
                    time += 1
            container.mux(stream.encode())

    def _options(self) -> dict[str, str]:
        x264 = {"crf": str(self.quality.crf), "preset": self.quality.preset}
        own = x264 if self.format.codec == "libx264" else {}
        # A key frame every two seconds keeps seeking quick
        return {**own, **dict(self.format.options), "g": str(2 * self.quality.frame_rate)}


def in_yuv(pixels: np.ndarray) -> av.VideoFrame:
    """An RGBA frame as a codec takes it."""
    frame = av.VideoFrame.from_ndarray(pixels, format="rgba")
    return frame.reformat(
        format="yuv420p",
        dst_colorspace=Colorspace.ITU709,
        src_color_range=ColorRange.JPEG,
        dst_color_range=ColorRange.MPEG,
    )


class GifEncoder(Encoder):
    """A GIF, by way of a film: its palette needs all frames before the first is written."""

    def __init__(self, target: Path, quality: Quality, format: Format) -> None:
        self.gif = target
        super().__init__(target.with_suffix(".passing.mp4"), quality, FORMATS["mp4"])

    def finish(self) -> None:
        super().finish()
        size = min(GIF_WIDTH, self.quality.width)
        shrink = f"fps={min(GIF_RATE, self.quality.frame_rate)},scale={size}:-2:flags=lanczos"
        palette = filtered(self.target, f"{shrink},palettegen=stats_mode=diff")[-1]
        write_gif(self.gif, filtered(self.target, shrink), palette)
        self.target.unlink()


def chain(graph: av.filter.Graph, source: av.filter.context.FilterContext, filters: str):
    """Link filters, written as FFmpeg writes them, behind a source."""
    for part in filters.split(","):
        name, _, arguments = part.partition("=")
        node = graph.add(name, arguments or None)
        source.link_to(node)
        source = node
    return source


def filtered(film: Path, filters: str) -> list[av.VideoFrame]:
    """The frames of a film after a chain of filters."""
    with av.open(str(film)) as container:
        stream = container.streams.video[0]
        graph = av.filter.Graph()
        sink = graph.add("buffersink")
        chain(graph, graph.add_buffer(template=stream), filters).link_to(sink)
        graph.configure()
        found: list[av.VideoFrame] = []
        for frame in container.decode(stream):
            graph.push(frame)
            found += pulled(graph.pull)
        graph.push(None)
        return found + pulled(graph.pull)


def pulled(pull: Callable[[], av.VideoFrame]) -> list[av.VideoFrame]:
    """All frames that are ready."""
    found = []
    while True:
        try:
            found.append(pull())
        except (av.error.BlockingIOError, av.error.EOFError):
            return found


def write_gif(target: Path, frames: list[av.VideoFrame], palette: av.VideoFrame) -> None:
    """Write frames in the colours of a palette."""
    from PIL import Image

    colours = palette.to_ndarray(format="rgb24").reshape(-1, 3)
    book = Image.new("P", (1, 1))
    book.putpalette(colours.tobytes())
    pictures = [
        frame.to_image().quantize(palette=book, dither=Image.Dither.NONE) for frame in frames
    ]
    pictures[0].save(
        target, save_all=True, append_images=pictures[1:], duration=1000 // GIF_RATE, loop=0
    )
