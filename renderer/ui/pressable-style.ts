// React Aria adds a <style> element for touch-action, which our content security policy refuses and
// reports. It leaves out the element when one with this id exists; base.css carries the same rule.
const id = 'react-aria-pressable-style';

if (typeof document !== 'undefined' && document.getElementById(id) === null) {
  const marker = document.createElement('meta');
  marker.id = id;
  document.head.append(marker);
}

/** Names the module so that importing it for its effect cannot be mistaken for an accident. */
export const pressableStyle = id;
