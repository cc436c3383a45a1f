import { useEffect, useRef } from 'preact/hooks';

/** Leaves at once, or where a press took the focus, after it: what was pressed is not to move from under the pointer. */
export function useLeaving(leave: () => void) {
  const isPressed = usePressed();
  const isLeaving = useRef(false);
  const end = () => {
    if (isLeaving.current) leave();
    isLeaving.current = false;
  };
  return {
    start: () => {
      isLeaving.current = true;
      if (isPressed.current) addEventListener('pointerup', () => setTimeout(end), { once: true });
      else end();
    },
    stop: () => {
      isLeaving.current = false;
    },
  };
}

/** Whether a button of the mouse, or a finger, is down. */
function usePressed() {
  const pressed = useRef(false);
  useEffect(() => {
    const controller = new AbortController();
    const listen = (type: string, down: boolean) =>
      addEventListener(
        type,
        () => {
          pressed.current = down;
        },
        { capture: true, signal: controller.signal },
      );
    listen('pointerdown', true);
    listen('pointerup', false);
    listen('pointercancel', false);
    return () => controller.abort();
  }, []);
  return pressed;
}
