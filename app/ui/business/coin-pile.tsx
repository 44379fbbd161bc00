// A pile of coins: the picture of a profit band.
const COIN_HEIGHT = 4;
const TALLEST = 9;

export function CoinPile({ coins }: { coins: number }) {
  const height = TALLEST * COIN_HEIGHT + 8;
  return (
    <svg aria-hidden="true" width="28" height={height} viewBox={`0 0 28 ${height}`} className="shrink-0">
      <ellipse cx="14" cy={height - 5} rx="12" ry="3" className="fill-none stroke-edge" strokeDasharray="2 2" />
      {Array.from({ length: coins }, (_, index) => (
        <ellipse
          // A coin has no identity but its place in the pile.
          // biome-ignore lint/suspicious/noArrayIndexKey: the pile never changes
          key={index}
          cx="14"
          cy={height - 5 - index * COIN_HEIGHT}
          rx="12"
          ry="4"
          className="fill-kunyit stroke-on-kunyit"
          strokeWidth="0.75"
        />
      ))}
    </svg>
  );
}
