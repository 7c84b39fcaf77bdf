import type { VNode } from 'preact';
import type { Valores } from '../../../interfaz/index.ts';
import type { BorradorCalculado } from '../../cuenta/index.ts';
import { saldoDe } from '../paginas/al-lado.tsx';
import { enPalabras } from './resultado.ts';
import { datosDe } from './guardado.ts';
import { saldoEnTexto, type Vivo } from './lo-que-viaja.ts';

/** The island of a page that is written: `<Pagina islas={[ISLA_DE_LLENAR]}>`. */
export const ISLA_DE_LLENAR = 'llenar';

/**
 * Inside the form of a page: with script, what is answered is saved as it is answered, and the result follows what is
 * typed. Without it, it is not there.
 */
export function EnVivo({
  b,
  cada,
  valores,
}: {
  b: BorradorCalculado;
  cada: Vivo['cada'];
  /** What is kept, where the fields show something else. */
  valores?: Valores;
}): VNode {
  const vivo: Vivo = {
    cada,
    ...(valores && { valores }),
    saldo: saldoEnTexto(saldoDe(b)),
    ...(cada === 'campo' && { datos: datosDe(b) }),
  };
  return (
    <ag-llenar class="en-vivo" hidden data-vivo={JSON.stringify(vivo)}>
      <strong class="en-vivo__saldo">{enPalabras(saldoDe(b))}</strong>
      <span class="en-vivo__dicho" role="status"></span>
    </ag-llenar>
  );
}

/** The revision of what was typed before the session ended: upon it is what has to be compared. */
export const revisionEscrita = (escrito: Valores | undefined): string | undefined => {
  const dicha = escrito?._revision;
  return typeof dicha === 'string' && /^\d+$/.test(dicha) ? dicha : undefined;
};
