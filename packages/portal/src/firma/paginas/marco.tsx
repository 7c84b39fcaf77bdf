import { definidos } from '@autogestion/normas/definidos';
import { formatearNit } from '@autogestion/normas/nit';
import type { RegistroRut } from '@autogestion/normas/rut';
import type { ComponentChildren } from 'preact';
import { Pagina, renderizarPagina, ResumenErrores } from '../../interfaz/index.ts';
import { nombreCorto } from '../../rut/index.ts';

/** What every page of whoever signed in shows. */
export interface Quien {
  registro: RegistroRut;
  csrf: string;
}

export interface PropsDeMarco {
  titulo: string;
  quien: Quien;
  errores?: Record<string, string>;
  /** Breadcrumbs after «Su firma»; none for that page itself. */
  migas?: boolean;
  recargarCada?: number;
  islas?: readonly string[];
  children: ComponentChildren;
}

/** A page of the person's own signature. */
export function conMarco({
  titulo,
  quien,
  errores = {},
  migas = true,
  recargarCada,
  islas,
  children,
}: PropsDeMarco): string {
  const { registro: r, csrf } = quien;
  return renderizarPagina(
    <Pagina
      titulo={titulo}
      error={Object.keys(errores).length > 0}
      persona={{
        nombre: nombreCorto(r),
        documento: `NIT ${formatearNit(r.nit, r.dv)}`,
        salir: { accion: '/salir', csrf },
      }}
      migas={[
        { texto: 'Inicio', href: '/' },
        ...(migas ? [{ texto: 'Su firma electrónica', href: '/mi-firma' }] : []),
      ]}
      {...definidos({ recargarCada: recargarCada || undefined, islas })}
    >
      <ResumenErrores errores={errores} />
      {children}
    </Pagina>,
  );
}
