/** The product's mark: three columns of a timetable on the accent colour. */
export function ProductMark() {
  return (
    <svg className="product-mark" viewBox="0 0 20 20" aria-hidden="true">
      <rect className="product-mark-ground" width="20" height="20" rx="5" />
      <rect className="product-mark-bar" x="4" y="4" width="3.2" height="8" rx="1" />
      <rect className="product-mark-bar" opacity="0.85" x="8.4" y="7" width="3.2" height="9" rx="1" />
      <rect className="product-mark-bar" opacity="0.7" x="12.8" y="5" width="3.2" height="6" rx="1" />
    </svg>
  );
}
