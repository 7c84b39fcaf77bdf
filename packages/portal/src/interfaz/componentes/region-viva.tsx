import type { ComponentChildren, VNode } from 'preact';

interface PropsDeRegionViva {
  /** Unique in the page: the fresh copy is found by it. */
  id: string;
  /** Seconds between looks while something is pending; without it, the region has settled and stays. */
  recargarCada?: number;
  children: ComponentChildren;
}

/**
 * A part of the page that keeps itself up to date by asking for the page again. For browsers without script,
 * give the page `recargarCada` too.
 */
export function RegionViva({ id, recargarCada, children }: PropsDeRegionViva): VNode {
  return (
    <ag-region id={id} aria-live="polite" data-recargar-cada={recargarCada}>
      {children}
    </ag-region>
  );
}
