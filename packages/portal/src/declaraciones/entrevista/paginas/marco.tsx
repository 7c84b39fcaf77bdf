import type { ComponentChildren, VNode } from 'preact';
import { ConLado, Pagina, type Errores } from '../../../interfaz/index.ts';
import type { BorradorCalculado } from '../../cuenta/index.ts';
import { ComoVa, deBorrador } from '../../llenar/index.ts';

/** The frame of the interview: its question, and beside it what the return comes to so far. */
export function MarcoDeEntrevista(o: {
  b: BorradorCalculado;
  titular: string;
  titulo: string;
  errores?: Errores;
  volver?: { href: string; texto: string };
  islas?: readonly string[];
  children: ComponentChildren;
}): VNode {
  const { b } = o;
  const base = deBorrador(o.titular, b.borrador.idPublico);
  return (
    <Pagina
      titulo={o.titulo}
      parteDe={b.clase.nombre(b.borrador.anio, b.borrador.periodo)}
      ancho="ancha"
      errores={o.errores}
      islas={o.islas}
      volver={o.volver ?? { href: base, texto: 'Las partes de la declaración' }}
    >
      <ConLado lado={<ComoVa b={b} hoy={b.hoy} />}>{o.children}</ConLado>
    </Pagina>
  );
}
