/** How a date was counted, and why it was changed where it was. */
export function HowCounted({ working, reason }: { readonly working: string; readonly reason: string }) {
  return (
    <>
      {working}
      {reason && <span className="table-second">Changed: {reason}</span>}
    </>
  );
}
