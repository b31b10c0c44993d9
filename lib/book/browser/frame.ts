/** Runs in a frame of its own, which reaches neither the page nor the network, and starts a worker for each run. */
let worker: Worker | undefined;
let address = "";

addEventListener("message", ({ data, source }) => {
  if (source !== parent) return;
  worker?.terminate();
  if (data.script !== undefined) {
    const onMessage = "\nonmessage = ({ data }) => runLive(data, postMessage);";
    address = URL.createObjectURL(new Blob([data.script, onMessage], { type: "text/javascript" }));
  }
  if (data.run === undefined) return;
  worker = new Worker(address);
  worker.onmessage = (message) => parent.postMessage(message.data, "*");
  worker.onerror = ({ message }) => parent.postMessage({ failed: message }, "*");
  worker.postMessage(data.run);
});
parent.postMessage({ ready: true }, "*");
