import { definidos } from '@autogestion/normas/definidos';
import type { ComponentChildren } from 'preact';
import { formatearNit } from '@autogestion/normas/nit';
import type { RegistroRut } from '@autogestion/normas/rut';
import { Pagina, renderizarPagina, ResumenErrores, type Miga } from '../../interfaz/index.ts';
import { nombreCorto } from '../../rut/index.ts';

/** Whose page it is. */
export interface DeQuien {
  registro: RegistroRut;
  /** `/de/<titular>` */
  base: string;
  csrf: string;
}

/** A page of a taxpayer about what they asked of the office. */
export const paginaDeTitular = (o: {
  de: DeQuien;
  titulo: string;
  migas?: readonly Miga[];
  /** Instead of the way down, one step back. */
  volver?: { href: string; texto: string };
  errores?: Record<string, string>;
  recargarCada?: number;
  ancho?: 'pregunta' | 'ancha';
  children: ComponentChildren;
}): string =>
  renderizarPagina(
    <Pagina
      titulo={o.titulo}
      error={Object.keys(o.errores ?? {}).length > 0}
      ancho={o.ancho ?? 'pregunta'}
      persona={{
        nombre: nombreCorto(o.de.registro),
        documento: `NIT ${formatearNit(o.de.registro.nit, o.de.registro.dv)}`,
        salir: { accion: '/salir', csrf: o.de.csrf },
      }}
      {...(o.volver
        ? { volver: o.volver }
        : { migas: [{ texto: 'Inicio', href: o.de.base }, ...(o.migas ?? [])] })}
      {...definidos({ recargarCada: o.recargarCada || undefined })}
    >
      <ResumenErrores errores={o.errores ?? {}} />
      {o.children}
    </Pagina>,
  );
