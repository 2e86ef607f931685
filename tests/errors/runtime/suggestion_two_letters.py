import io
iz.x
