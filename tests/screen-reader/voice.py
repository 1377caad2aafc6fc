"""Starts Orca with a voice that writes: what it would say goes to file descriptor 3, one JSON string a line.

Orca is the real one. Only the client of Speech Dispatcher is stood in for, so that no sound is needed and nothing waits
for a voice to finish. Its arguments are Orca's own, its program first.
"""
import html
import json
import os
import re
import runpy
import sys
import types


class SSIPClient:
    def __init__(self, *_names, **_settings):
        pass

    def speak(self, ssml, callback=None, **_rest):
        self.char(html.unescape(re.sub(r"<[^>]*>", "", ssml)))
        if callback:
            callback(CallbackType.BEGIN)
            callback(CallbackType.END)

    def char(self, text, **_rest):
        os.write(3, (json.dumps(text) + "\n").encode())

    key = sound_icon = char

    def list_output_modules(self):
        return ("writing",)

    def list_synthesis_voices(self):
        return (("writing", "en", None),)

    def get_rate(self):
        return 0

    get_pitch = get_volume = get_rate

    def get_language(self):
        return "en"

    def __getattr__(self, _setting):
        return lambda *_values, **_more: None


class CallbackType:
    BEGIN, CANCEL, END, INDEX_MARK, PAUSE, RESUME = "begin", "cancel", "end", "index", "pause", "resume"


speechd = types.ModuleType("speechd")
speechd.SSIPClient = SSIPClient
speechd.CallbackType = CallbackType
speechd.Priority = types.SimpleNamespace(MESSAGE="message")
speechd.DataMode = types.SimpleNamespace(SSML="ssml")
speechd.PunctuationMode = types.SimpleNamespace(ALL="all", MOST="most", SOME="some", NONE="none")
speechd.SSIPCommunicationError = speechd.SSIPCommandError = type("SSIPError", (Exception,), {})
sys.modules["speechd"] = speechd

sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
