"""The whole drawing, small, in a corner of the canvas, with a frame around what is seen. Shows; changes no drawing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QWidget

from lazygui.catalog.spec import Family
from lazygui.graph.results import State
from lazygui.ui import theme as tokens
from lazygui.ui.appearance import Appearance
from lazygui.ui.canvas.camera import Camera
from lazygui.ui.canvas.scene import CanvasScene
from lazygui.ui.editor import Editor
from lazygui.ui.theme import MINIMAP, Theme
from lazygui.ui.turns import TURNS

INSIDE = 8.0
"""Room between the border and the drawing."""
LATER_MS, LATER_MS_OF_MANY, MANY = 40, 250, 1000
"""How long it may lag behind the drawing, and behind one of many cards, which takes a while to draw."""
SHARE = 0.25
"""How much of the canvas it may take on either side."""
SMALLEST_SIDE = 40.0
OUTLINE = 1.0
"""How wide cards are drawn beyond their sides: the smallest must be seen."""
VEIL = 150


class Minimap(QWidget):
    """Press or drag to go somewhere. It takes no focus, for keys go everywhere without it.

    It is not seen while all of the drawing is, or where nobody wants it.
    """

    def __init__(
        self, view: QGraphicsView, scene: CanvasScene, camera: Camera, editor: Editor, appearance: Appearance
    ) -> None:
        super().__init__(view.viewport())
        self._view, self._scene, self._camera, self._appearance = view, scene, camera, appearance
        self._is_wanted = False
        self._world = QRectF()
        self._picture = QPixmap()
        self._grip: QPointF | None = None
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._draw_in_turn)
        self.setObjectName("canvas.minimap")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()
        for signal in (editor.graph_changed, editor.results_changed, editor.collapse_changed, appearance.theme_changed):
            signal.connect(self._draw_later)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self.follow)
        view.viewport().installEventFilter(self)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Overview of the drawing"))
        self.setToolTip(self.tr("Press or drag here to see another part of the drawing."))

    @property
    def is_wanted(self) -> bool:
        return self._is_wanted

    @is_wanted.setter
    def is_wanted(self, is_wanted: bool) -> None:
        self._is_wanted = is_wanted
        self.draw()

    def place(self, at: QPointF) -> QPointF:
        """Return where a place of the scene is on the widget."""
        return (at - self._world.center()) * self._scale + QRectF(self.rect()).center()

    @property
    def frame(self) -> QRectF:
        """Where the frame around what is seen stands on the widget; that of a view far away stays at the border."""
        seen = QRectF(self.place(self._seen.topLeft()), self.place(self._seen.bottomRight()))
        inside = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        left, right = (min(max(x, inside.left()), inside.right()) for x in (seen.left(), seen.right()))
        top, bottom = (min(max(y, inside.top()), inside.bottom()) for y in (seen.top(), seen.bottom()))
        return QRectF(QPointF(left, top), QPointF(right, bottom))

    def follow(self) -> None:
        """Show what is seen now."""
        self.setVisible(self._is_wanted and not self._world.isEmpty() and not self._seen.contains(self._world))
        self.update()

    def draw(self) -> None:
        """Draw the cards of now."""
        self._later.stop()
        if self._is_wanted:
            self._world = self._scene.whole_rect()
            self._stand()
            self._picture = self._drawn(self._appearance.theme)
        self.follow()

    def _draw_in_turn(self) -> None:
        with TURNS.of(id(self)):
            self.draw()

    def _stand(self) -> None:
        """Stand in the corner, as large as the drawing's proportions and the canvas allow."""
        room = self._view.viewport().rect()
        most = QSizeF(min(MINIMAP[0], room.width() * SHARE), min(MINIMAP[1], room.height() * SHARE))
        margin = QSizeF(2 * INSIDE, 2 * INSIDE)
        inside = self._world.size().scaled(most - margin, Qt.AspectRatioMode.KeepAspectRatio)
        self.resize((inside + margin).expandedTo(QSizeF(0, SMALLEST_SIDE)).toSize())
        self.move(room.right() + 1 - self.width() - tokens.S3, room.bottom() + 1 - self.height() - tokens.S3)

    def _draw_later(self, _change: object = None) -> None:
        if self._is_wanted and not self._later.isActive():
            self._later.start(LATER_MS if len(self._scene.nodes) < MANY else LATER_MS_OF_MANY)

    @property
    def _seen(self) -> QRectF:
        return self._view.mapToScene(self._view.viewport().rect()).boundingRect()

    @property
    def _scale(self) -> float:
        room_x, room_y = self.width() - 2 * INSIDE, self.height() - 2 * INSIDE
        return min(room_x / max(self._world.width(), 1.0), room_y / max(self._world.height(), 1.0))

    def _meant(self, at: QPointF) -> QPointF:
        """The place of the scene that is at a place of the widget."""
        return (at - QRectF(self.rect()).center()) / self._scale + self._world.center()

    def _drawn(self, theme: Theme) -> QPixmap:
        dpr = self.devicePixelRatioF()
        picture = QPixmap(self.size() * dpr)
        picture.setDevicePixelRatio(dpr)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setPen(QPen(QColor(theme.border_strong), 1.0))
        for frame in self._scene.frames.items.values():
            painter.drawRect(QRectF(self.place(frame.rect.topLeft()), frame.rect.size() * self._scale))

        def colors(family: Family, state: State) -> tuple[QPen, QColor]:
            color = card_color(family, state, theme)
            outline = QPen(color, OUTLINE)
            outline.setCosmetic(True)
            return outline, color

        painter.translate(self.place(QPointF()))
        painter.scale(self._scale, self._scale)
        self._scene.paint_small_cards(painter, colors)
        painter.end()
        return picture

    # Qt's calls

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.draw()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.border), 1.0))
        painter.setBrush(QColor(theme.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens.RADIUS, tokens.RADIUS)
        painter.drawPixmap(0, 0, self._picture)
        accent = QColor(theme.accent)
        painter.setPen(QPen(accent, 1.5))
        accent.setAlpha(30)
        painter.setBrush(accent)
        painter.drawRoundedRect(self.frame, 3, 3)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the frame takes hold of it; elsewhere what is there comes into sight, and the hand holds on."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at, centre = event.position(), self.place(self._seen.center())
        self._grip = centre - at if self.frame.contains(at) else QPointF()
        if not self.frame.contains(at):
            with self._camera.gently():
                self._camera.look_at(self._meant(at))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._scene.motion.finish("camera")
            self._camera.look_at(self._meant(event.position() + self._grip))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a quick hand is a press."""
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom and pan as everywhere on the canvas."""
        at = QPointF(self.mapTo(self._view.viewport(), event.position()))
        how = event.buttons(), event.modifiers(), event.phase(), event.inverted()
        self._view.wheelEvent(QWheelEvent(at, event.globalPosition(), event.pixelDelta(), event.angleDelta(), *how))


def card_color(family: Family, state: State, theme: Theme) -> QColor:
    """Return the colour of a card from afar: its family's, fainter while it is not initialized; or what is urgent."""
    if state is State.FAILED:
        return QColor(theme.error)
    if state is State.RUNNING:
        return QColor(theme.running)
    color = theme.family(family)
    color.setAlpha(255 if state is State.INITIALIZED else VEIL)
    return color
