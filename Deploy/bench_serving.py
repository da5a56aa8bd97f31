"""What benches share that serve the program: a free port, commands that must succeed, a server that answers."""
import socket, subprocess, time


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run(noiviec, environment, *arguments):
    """Standard output of a command that must succeed."""
    result = subprocess.run((noiviec, *arguments), env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if result.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with {result.returncode}: {result.stderr.decode()[-400:]}")
    return result.stdout.decode()


def serve(noiviec, environment, port, *arguments):
    """A server that answers already."""
    process = subprocess.Popen((noiviec, *arguments), env=environment, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return process
        except OSError:
            time.sleep(0.05)
    raise SystemExit(f"{' '.join(arguments)} does not listen on {port}")
