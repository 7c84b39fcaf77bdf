import { fechaEnBogota, formatearFecha, formatearFechaHora } from '@autogestion/normas/fechas';
import { nombreConcepto } from '@autogestion/normas/rut';
import {
  Boton,
  Etiqueta,
  Formulario,
  ListaResumen,
  Pagina,
  renderizarPagina,
  Tabla,
} from '../../interfaz/index.ts';
import type { EstadoConFecha } from '../consultas.ts';
import type { VersionConCambios } from '../versiones.ts';
import { TablaDeCambios } from './cambios.tsx';
import { TONOS } from './credencial.tsx';

interface PropsVersiones {
  /** The newest first. */
  versiones: readonly VersionConCambios[];
  estados: readonly EstadoConFecha[];
  /** `/de/<titular>/rut`. */
  base: string;
}

/** Everything that the RUT has said: what each version changed, its states, and a copy of any of them. */
export function paginaVersiones(o: PropsVersiones): string {
  return renderizarPagina(
    <Pagina
      titulo="Versiones de su RUT"
      migas={[
        { texto: 'Inicio', href: o.base.replace(/\/rut$/, '') },
        { texto: 'Su RUT', href: o.base },
      ]}
    >
      <p class="govuk-body">
        Cada vez que cambia queda una versión nueva, y la anterior no se borra. Puede pedir la copia de
        cualquiera: la de una anterior dice que no es la vigente y hasta cuándo lo fue.
      </p>
      <Tabla
        titulo="Estados del registro"
        columnas={[{ titulo: 'Estado' }, { titulo: 'Desde' }, { titulo: 'Por' }]}
        filas={o.estados.map((e) => [
          <Etiqueta tono={TONOS[e.estado]}>{e.estado.toUpperCase()}</Etiqueta>,
          formatearFecha(e.desde),
          e.acto,
        ])}
      />
      {o.versiones.map((v) => (
        <UnaVersion v={v} o={o} />
      ))}
    </Pagina>,
  );
}

function UnaVersion({ v, o }: { v: VersionConCambios; o: PropsVersiones }) {
  const { version, hasta, cambios } = v;
  return (
    <section>
      <h2 class="govuk-heading-m">
        Versión {version.numero} {hasta ? null : <Etiqueta tono="bien">VIGENTE</Etiqueta>}
      </h2>
      <ListaResumen
        filas={[
          { rotulo: 'Rige desde', valor: formatearFechaHora(version.creadaEn) },
          ...(hasta ? [{ rotulo: 'Rigió hasta', valor: formatearFecha(fechaEnBogota(hasta)) }] : []),
          { rotulo: 'Concepto', valor: nombreConcepto(version.concepto) },
          { rotulo: 'Radicado', valor: version.radicado },
          { rotulo: 'Formulario 001', valor: version.formulario },
        ]}
      />
      {cambios ? (
        <TablaDeCambios cambios={cambios} titulo="Lo que cambió" columnas={['Decía', 'Pasó a decir']} />
      ) : null}
      <Formulario accion={`${o.base}/versiones/${version.numero}/copias`} unaVez>
        <Boton variante="secundario">
          Pedir una copia<span class="govuk-visually-hidden"> de la versión {version.numero}</span>
        </Boton>
      </Formulario>
    </section>
  );
}
