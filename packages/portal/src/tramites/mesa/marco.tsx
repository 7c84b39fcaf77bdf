import type { ComponentChildren } from 'preact';
import { Pagina, renderizarPagina, ResumenErrores, type Miga } from '../../interfaz/index.ts';
import type { Rol } from '../../cuentas/index.ts';

/** The official whose page it is. */
export interface Funcionaria {
  nombre: string;
  usuario: string;
  roles: readonly Rol[];
  csrf: string;
}

/** A page of the desk. */
export const paginaDeMesa = (o: {
  yo: Funcionaria;
  titulo: string;
  migas?: readonly Miga[];
  errores?: Record<string, string>;
  children: ComponentChildren;
}): string =>
  renderizarPagina(
    <Pagina
      titulo={o.titulo}
      ancho="ancha"
      error={Object.keys(o.errores ?? {}).length > 0}
      persona={{
        nombre: o.yo.nombre,
        documento: o.yo.usuario,
        salir: { accion: '/salir', csrf: o.yo.csrf },
      }}
      migas={[{ texto: 'Mesa', href: '/mesa' }, ...(o.migas ?? [])]}
    >
      <ResumenErrores errores={o.errores ?? {}} />
      <h1 class="govuk-heading-l">{o.titulo}</h1>
      {o.children}
    </Pagina>,
  );
