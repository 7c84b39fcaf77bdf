import { formatearFecha } from '@autogestion/normas/fechas';
import { MIGA_MESA } from '../../../cuentas/index.ts';
import { Aviso, Boton, Formulario, Pagina, renderizarPagina, Tabla } from '../../../interfaz/index.ts';
import type { Reclamo, ReclamoEnMesa } from '../consultas.ts';
import { puedeResponder } from '../estado.ts';
import { MOTIVOS } from '../motivos.ts';
import { EstadoDelReclamo, TodoElReclamo } from './piezas.tsx';

export const CAMINO_DE_MESA = '/mesa/reclamos-de-terceros';
const TITULO = 'Reclamos de lo que otros reportan';

/** All of them, without whose each is. */
export const paginaMesaReclamos = (reclamos: readonly ReclamoEnMesa[]): string =>
  renderizarPagina(
    <Pagina titulo={TITULO} ancho="mesa" migas={[MIGA_MESA]}>
      <p class="govuk-body">
        Los responde quien reportó. La oficina ve cómo van y puede recordárselo. Abrir uno queda anotado y la
        persona lo ve.
      </p>
      <Tabla
        titulo="Primero los vencidos; después, el más reciente"
        vacia="No hay reclamos."
        columnas={[
          { titulo: 'Radicado' },
          { titulo: 'Formato y año' },
          { titulo: 'Qué está mal' },
          { titulo: 'Estado' },
          { titulo: 'Abierto' },
          { titulo: 'Responde hasta' },
        ]}
        filas={[...reclamos]
          .sort((a, b) => Number(b.estado === 'vencida') - Number(a.estado === 'vencida'))
          .map((r) => [
            <a class="govuk-link" href={`${CAMINO_DE_MESA}/${r.idPublico}`}>
              {r.radicado}
            </a>,
            `${r.formato}, ${r.anio}`,
            MOTIVOS[r.motivo],
            <EstadoDelReclamo estado={r.estado} />,
            formatearFecha(r.dia),
            formatearFecha(r.vence),
          ])}
      />
    </Pagina>,
  );

/** One of them, as both sides see it. */
export function paginaMesaReclamo({
  r,
  recuerda,
  recordado,
}: {
  r: Reclamo;
  recuerda: boolean;
  recordado: boolean;
}): string {
  const aqui = `${CAMINO_DE_MESA}/${r.idPublico}`;
  return renderizarPagina(
    <Pagina titulo={`Reclamo ${r.radicado}`} migas={[MIGA_MESA, { texto: TITULO, href: CAMINO_DE_MESA }]}>
      {recordado ? <Aviso tipo="exito">Se lo recordamos por correo a quien lo reportó.</Aviso> : null}
      <TodoElReclamo
        r={r}
        base={aqui}
        antes={[
          {
            rotulo: 'Quién lo reportó',
            valor: `${r.reporte.informante.nombre}, NIT ${r.reporte.informante.nit}`,
          },
          { rotulo: 'De quién', valor: `Documento ${r.numero}` },
        ]}
      >
        {recuerda && r.informante !== null && puedeResponder(r.estado) ? (
          <Formulario accion={`${aqui}/recordar`}>
            <Boton variante="secundario">Recordárselo a quien lo reportó</Boton>
          </Formulario>
        ) : null}
      </TodoElReclamo>
      <p class="govuk-body">
        <a class="govuk-link" href={CAMINO_DE_MESA}>
          Ver todos
        </a>
      </p>
    </Pagina>,
  );
}
