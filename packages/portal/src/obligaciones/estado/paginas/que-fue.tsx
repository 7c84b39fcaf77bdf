import type { VNode } from 'preact';
import type { Movimiento } from '../movimientos.ts';

/** What happened, and, when an act of the office did it, which and why. */
export const QueFue = ({ que, acto }: Pick<Movimiento, 'que' | 'acto'>): VNode => (
  <>
    {que}
    {acto ? (
      <div class="nota-de-celda">
        Acto {acto.numero}
        {acto.papel ? `, por ${acto.papel}` : ''}: {acto.razon}
      </div>
    ) : null}
  </>
);
