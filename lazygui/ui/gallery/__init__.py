"""All examples with their pictures, by topic, to look through and to open."""

from lazygui.ui.gallery.dialog import Gallery as Gallery
