# Build: docker build -t dateline .
# Run:   docker run --read-only -v dateline:/data -p 8501:8501 dateline
FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /app

COPY requirements.txt ./
RUN pip install --no-cache-dir --disable-pip-version-check -r requirements.txt \
    && find /usr/local/lib -type d -name tests -prune -exec rm -r {} +

COPY . .
RUN python -m compileall -q app.py geo deploy \
    && install -d -o 10001 -g 10001 /data

# /data is all that is ever written: places that the host adds, and large uploads while they arrive
ENV HOME=/data TMPDIR=/data DATELINE_PLACES=/data/places DATELINE_LOG=json
ENV STREAMLIT_SERVER_ADDRESS=0.0.0.0 STREAMLIT_SERVER_PORT=8501 STREAMLIT_SERVER_HEADLESS=true
ENV STREAMLIT_SERVER_FILE_WATCHER_TYPE=none
VOLUME /data
USER 10001:10001
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["python", "deploy/healthy.py"]
CMD ["streamlit", "run", "app.py"]
