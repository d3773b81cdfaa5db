"""Uploads with http.client, which reads only after it has written: port path bytes chunked."""
import http.client, sys

port, path, size = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
block = b"x" * 65536


def content():
    left = size
    while left > 0:
        yield block[: min(left, len(block))]
        left -= len(block)


connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
failed = ""
try:
    connection.request("POST", path, content(), {"Content-Length": str(size)})
except (BrokenPipeError, ConnectionResetError) as error:
    failed = type(error).__name__  # the answer may have come all the same
response = connection.getresponse()
body = response.read()
print(response.status, len(body), response.getheader("Content-Length"), response.getheader("Connection"), failed or "wrote-all")
