"""Uploads over a socket: writes all, or till writing fails, and only then reads: port path bytes."""
import socket, sys

port, path, size = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
block = b"x" * 65536
connection = socket.create_connection(("127.0.0.1", port), timeout=30)
outcome = "wrote-all"
try:
    connection.sendall(f"POST {path} HTTP/1.1\r\nHost: load\r\nContent-Length: {size}\r\n\r\n".encode())
    left = size
    while left > 0:
        connection.sendall(block[: min(left, len(block))])
        left -= len(block)
except (BrokenPipeError, ConnectionResetError) as error:
    outcome = type(error).__name__  # what has come before can still be read
answer = b""
while piece := connection.recv(65536):
    answer += piece
sys.stdout.buffer.write(answer)
print(outcome, file=sys.stderr)
