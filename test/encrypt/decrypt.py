"""Does msoffcrypto, which knows nothing of this project, open the files with their passwords? Prints JSON for a list of [path, password] in the file argv[1]."""

import hashlib
import io
import json
import sys

import msoffcrypto
import olefile
from msoffcrypto.exceptions import InvalidKeyError


def opened(path, password):
    # Any deviation of the container from its specification is an error.
    with olefile.OleFileIO(path, raise_defects=olefile.DEFECT_UNSURE) as container:
        streams = ["/".join(name) for name in container.listdir()]
    with open(path, "rb") as file:
        office = msoffcrypto.OfficeFile(file)
        try:
            office.load_key(password=password, verify_password=True)
        except InvalidKeyError:
            return {"streams": streams, "password": False}
        plain = io.BytesIO()
        try:
            office.decrypt(plain, verify_integrity=True)
        except InvalidKeyError as error:
            # It also wants a zip file; ours of a few bytes are none.
            if "integrity" in str(error):
                return {"streams": streams, "password": True, "integrity": False}
        content = plain.getvalue()
        return {
            "streams": streams,
            "password": True,
            "integrity": True,
            "spins": office.info["spinValue"],
            "size": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        }


with open(sys.argv[1], encoding="utf-8") as asked:
    json.dump([opened(path, password) for path, password in json.load(asked)], sys.stdout)
