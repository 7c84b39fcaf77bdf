import { formatearDocumento } from '@autogestion/normas/documentos-identidad';
import { formatearFecha } from '@autogestion/normas/fechas';
import { Boton, Formulario, ListaResumen, Pagina, renderizarPagina } from '../../interfaz/index.ts';
import type { Permiso } from '../actuar/proponer.ts';
import { NOMBRE_AMBITO } from '../actuar/titulo-para.ts';
import type { Lugar } from './seguridad.tsx';

/** To whom a permission goes, by name, before it is given. */
export const paginaConfirmarPermiso = (o: {
  lugar: Lugar;
  nombre: string;
  permiso: Permiso;
  /** Where it is changed, with what was typed. */
  cambiar: string;
}) =>
  renderizarPagina(
    <Pagina titulo="¿Es esta la persona?" migas={o.lugar.migas}>
      <p class="govuk-body">Este documento está en el RUT a nombre de:</p>
      <ListaResumen
        titulo={o.nombre}
        filas={[
          { rotulo: 'Documento', valor: formatearDocumento(o.permiso.tipoDocumento, o.permiso.numero) },
          { rotulo: 'Podrá', valor: NOMBRE_AMBITO[o.permiso.ambito] },
          { rotulo: 'Desde', valor: formatearFecha(o.permiso.desde) },
          { rotulo: 'Hasta', valor: formatearFecha(o.permiso.hasta) },
        ]}
      />
      <p class="govuk-body">Confirme solo si es quien usted quiere autorizar.</p>
      <Formulario accion={o.lugar.base}>
        <Boton>Sí, autorizar a {o.nombre}</Boton>
      </Formulario>
      <p class="govuk-body">
        <a class="govuk-link" href={o.cambiar}>
          No es esa persona, o quiero cambiar algo
        </a>
      </p>
    </Pagina>,
  );
