"""What the real cloud-init does with user-data: its own modules at work on a scratch root.

Everything that would reach beyond the scratch root is replaced: programs are recorded and not run, addresses are recorded and
bring nothing.
"""

import base64
import datetime
import grp
import hashlib
import inspect
import logging
import os
import pwd
import shutil
import stat

KEPT = {"etc", "tmp", "opt", "var", "usr", "dev"}
SCRIPTS = {
    "/var/lib/cloud/scripts/per-once": "once",
    "/var/lib/cloud/scripts/per-boot": "everyBoot",
    "/var/lib/cloud/scripts/per-instance": "firstBoot",
    "/var/lib/cloud/instance/scripts": "firstBoot",
}


def digest(text):
    return hashlib.sha256(text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text).hexdigest()


def tagged(value):
    """The value as JSON, with a tag for each type that JSON has none for."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return {"!int": str(value)}
    if isinstance(value, float):
        return {"!float": repr(value)}
    if isinstance(value, bytes):
        return {"!binary": base64.b64encode(value).decode()}
    if isinstance(value, (datetime.date, datetime.datetime)):
        return {"!timestamp": value.isoformat()}
    if isinstance(value, (list, tuple)):
        return [tagged(item) for item in value]
    if isinstance(value, set):
        return {"!set": sorted((tagged(item) for item in value), key=repr)}
    return {"!map": [[tagged(key), tagged(item)] for key, item in value.items()]}


class Messages(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.texts = []

    def emit(self, record):
        self.texts.append(record.getMessage())


class NotFetched(Exception):
    """An address whose content is left out."""


class Datasource:
    def get_instance_id(self):
        return "i-1"


class Distro:
    default_owner = "root:root"


class Cloud:
    def __init__(self, paths):
        self.paths = paths
        self.distro = Distro()
        self.get_ipath = paths.get_ipath
        self.get_ipath_cur = paths.get_ipath_cur

    def get_instance_id(self):
        return "i-1"


class CloudInit:
    """One version of cloud-init, imported from a directory of modules that is first in `sys.path`."""

    def __init__(self):
        # All that a case may need is imported here: below the scratch root there is nothing to import from.
        import email.generator
        import email.iterators
        import quopri
        import uu

        from cloudinit import handlers, helpers, mergers, url_helper, user_data, util
        from cloudinit.config import cc_runcmd, cc_write_files, cc_write_files_deferred
        from cloudinit.handlers import boot_hook, cloud_config, jinja_template, shell_script, shell_script_by_frequency
        from cloudinit.mergers import m_dict, m_list, m_str
        from cloudinit.settings import PER_ALWAYS, PER_INSTANCE, PER_ONCE

        self.handlers, self.helpers, self.user_data, self.util = handlers, helpers, user_data, util
        self.modules = {"now": cc_write_files, "deferred": cc_write_files_deferred}
        self.runcmd = cc_runcmd
        self.frequencies = (PER_ALWAYS, PER_INSTANCE, PER_ONCE)
        self.parts = (boot_hook, cloud_config, jinja_template, shell_script, shell_script_by_frequency)
        self.messages = Messages()
        logging.getLogger().addHandler(self.messages)
        logging.getLogger().setLevel(logging.WARNING)
        for codec in ("ascii", "latin-1", "utf-8", "raw_unicode_escape", "unicode_escape", "idna", "cp1252", "utf-7"):
            "a".encode(codec).decode(codec)
        pwd.getpwnam("root")
        grp.getgrnam("root")
        self.replace(boot_hook, jinja_template)

    def replace(self, boot_hook, jinja_template):
        def read_file_or_url(url, **_):
            self.addresses.append(url)
            raise self.user_data.UrlError(NotFetched())

        raise_error = self.user_data._handle_error

        def handle_error(message, source=None):
            if not isinstance(source, self.user_data.UrlError):
                raise_error(message, source)

        convert = self.user_data.convert_string

        def convert_string(blob):
            """Of several sources, each that is no message is named as its file."""
            message = convert(blob)
            name = self.unnamed.pop(0)
            if name and message.get_content_type() == "text/x-not-multipart":
                self.user_data._set_filename(message, name)
            return message

        self.user_data.convert_string = convert_string
        self.user_data.read_file_or_url = read_file_or_url
        self.user_data._handle_error = handle_error
        boot_hook.subp.subp = self.boothook
        self.parts[1].CloudConfigPartHandler._merge_patch = lambda *_: None
        self.handlers.walker_handle_handler = lambda *_: None
        jinja_template.JinjaTemplatePartHandler.handle_part = lambda *_: None

    def boothook(self, command, **_):
        path = command[0]
        with open(path, "rb") as file:
            self.boothooks.append({"path": path.replace("instances/i-1", "instance"), "sha256": digest(file.read())})

    def clean(self):
        for name in os.listdir("/"):
            if name not in KEPT:
                remove(f"/{name}")
        for path in ("/tmp", "/opt", "/var", "/usr", "/etc"):
            for name in os.listdir(path):
                if (path, name) not in (("/etc", "passwd"), ("/etc", "group"), ("/etc", "nsswitch.conf")):
                    remove(f"{path}/{name}")
        for path in ("/usr/local/bin", "/var/lib/cloud/instances/i-1", "/var/tmp", "/etc/systemd/system"):
            os.makedirs(path)
        os.symlink("/var/lib/cloud/instances/i-1", "/var/lib/cloud/instance")
        for path in SCRIPTS:
            os.makedirs(path)

    def run(self, blobs):
        """What becomes of one case: of a list of blobs, as `UserDataProcessor.process` takes them."""
        self.clean()
        os.chdir("/")
        os.umask(0o022)
        self.addresses, self.boothooks = [], []
        paths = self.helpers.Paths(
            {"cloud_dir": "/var/lib/cloud", "run_dir": "/run/cloud-init", "docs_dir": "/doc"}, ds=Datasource())
        result = {"fatal": False}
        try:
            self.unnamed = [f"blob-{index}" for index in range(len(blobs))] if len(blobs) > 1 else [None]
            message = self.user_data.UserDataProcessor(paths).process(blobs)
            str(message)
        except ModuleNotFoundError:
            raise
        except Exception as error:
            return {"fatal": True, "error": repr(error)}
        result["parts"] = self.walk(message, paths)
        result["addresses"] = self.addresses
        result["boothooks"] = self.boothooks
        self.configure(paths, result)
        return result

    def walk(self, message, paths):
        """The parts as the handlers get them, and what became of each."""
        boot_hook, cloud_config, jinja_template, shell_script, by_frequency = self.parts
        config = cloud_config.CloudConfigPartHandler(paths=paths)
        shell = shell_script.ShellScriptPartHandler(paths=paths)
        built_in = [
            config,
            shell,
            *(by_frequency.ShellScriptByFreqPartHandler(frequency, paths) for frequency in self.frequencies),
            boot_hook.BootHookPartHandler(paths=paths, datasource=Datasource()),
            jinja_template.JinjaTemplatePartHandler(paths=paths, sub_handlers=[config, shell]),
        ]
        registered = self.helpers.ContentHandlers()
        for handler in built_in:
            registered.register(handler, overwrite=False)
        always = self.frequencies[0]
        for handler in built_in:
            self.handlers.call_begin(handler, None, always)
        data = {
            "handlers": registered, "handlerdir": "/handlers", "data": None, "frequency": always, "handlercount": 0,
            "excluded": [],
        }
        parts = []

        def callback(data, filename, payload, headers):
            self.messages.texts.clear()
            self.handlers.walker_callback(data, filename, payload, headers)
            parts.append({
                "name": filename, "type": headers["Content-Type"],
                "sha256": None if payload is None else digest(payload),
                "fate": self.fate(headers["Content-Type"], registered),
            })

        try:
            self.handlers.walk(message, callback, data=data)
        finally:
            for handler in built_in:
                self.handlers.call_end(handler, None, always)
        return parts

    def fate(self, kind, registered):
        if kind in ("text/part-handler", "text/jinja2", "text/cloud-config-jsonp"):
            return "notSimulated"
        if any("Failed " in text for text in self.messages.texts):
            return "dropped"
        if kind not in registered:
            return "dropped"
        return {"text/cloud-config": "merged", "text/cloud-boothook": "boothook"}.get(kind, "script")

    def configure(self, paths, result):
        """From the merged configuration on."""
        path = "/var/lib/cloud/instance/cloud-config.txt"
        config = self.util.read_conf(path) if os.path.exists(path) else {}
        result["config"] = tagged(config or {})
        try:
            config = self.util.mergemanydict([config])
        except Exception:
            result["configFails"] = True
            return
        result["bootcmd"] = self.script(config, "bootcmd")
        cloud = Cloud(paths)
        result["writeFiles"] = self.write(config, cloud, "now")
        result["runcmd"] = self.script(config, "runcmd")
        self.call(self.runcmd, "runcmd", config, cloud)
        result["deferred"] = self.write(config, cloud, "deferred")
        result["scripts"] = list(scripts())
        result["files"] = sorted(files(), key=lambda file: file["path"])

    def script(self, config, key):
        if key not in config:
            return None
        try:
            return {"script": self.util.shellify(config[key])}
        except Exception:
            return {"error": True}

    def write(self, config, cloud, timing):
        """The index, among the entries of its timing, at which an error ended the list; -1 for one before the first."""
        if "write_files" not in config:
            return None
        error = self.call(self.modules[timing], "write_files", config, cloud)
        if error is None:
            return None
        frame = error.__traceback__
        index = -1
        while frame:
            if frame.tb_frame.f_code.co_name == "write_files":
                index = frame.tb_frame.f_locals.get("i", -1)
            frame = frame.tb_next
        return index

    def call(self, module, name, config, cloud):
        """The error that the module raises, nil where it raises none."""
        if name not in config:
            return None
        arguments = [name, config, cloud, logging.getLogger("case"), []]
        if "log" not in inspect.signature(module.handle).parameters:
            del arguments[3]
        try:
            module.handle(*arguments)
        except Exception as error:
            return error
        return None


def remove(path):
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path)
    else:
        os.unlink(path)


def scripts():
    for directory, recurrence in SCRIPTS.items():
        if not os.path.isdir(directory):
            continue
        for name in sorted(os.listdir(directory)):
            path = os.path.join(directory, name)
            if os.path.isfile(path):
                yield {
                    "path": path, "recurrence": recurrence, "runs": os.access(path, os.X_OK),
                    "sha256": digest(open(path, "rb").read()),
                }


def files():
    """What `write_files` left: every file that is neither the scratch root's nor cloud-init's own."""
    for directory, _, names in os.walk("/"):
        if directory.startswith(("/var/lib/cloud", "/run/cloud-init")):
            continue
        for name in names:
            path = os.path.join(directory, name)
            if path in ("/etc/passwd", "/etc/group", "/etc/nsswitch.conf"):
                continue
            status = os.lstat(path)
            yield {
                "path": path,
                "mode": "0%03o" % stat.S_IMODE(status.st_mode),
                "user": pwd.getpwuid(status.st_uid).pw_name,
                "group": grp.getgrgid(status.st_gid).gr_name,
                "sha256": digest(open(path, "rb").read()),
            }
