/** The product's mark: three columns of a timetable on the accent colour. */
export function ProductMark() {
  return (
    <svg className="product-mark" viewBox="0 0 20 20" aria-hidden="true">
      <rect className="product-mark-ground" width="20" height="20" rx="5" />
      <rect className="product-mark-bar" x="4.5" y="5" width="3" height="6.5" rx="1" />
      <rect className="product-mark-bar product-mark-bar-soft" x="8.5" y="7" width="3" height="8" rx="1" />
      <rect className="product-mark-bar" x="12.5" y="5" width="3" height="4.5" rx="1" />
    </svg>
  );
}
