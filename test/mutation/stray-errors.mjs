/** Collects what nobody catches, until the returned function is called, which gives it. */
export function collectStrayErrors() {
  const stray = [];
  const rejections = new Map();
  const listeners = {
    uncaughtException: (error) => stray.push(error),
    unhandledRejection: (error, promise) => rejections.set(promise, error),
    rejectionHandled: (promise) => rejections.delete(promise),
  };
  for (const [event, listener] of Object.entries(listeners)) process.on(event, listener);
  return () => {
    for (const [event, listener] of Object.entries(listeners)) process.off(event, listener);
    return [...stray, ...rejections.values()];
  };
}
