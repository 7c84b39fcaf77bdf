import {
  Aviso,
  EnlaceBoton,
  InstanteTexto,
  ListaResumen,
  Pagina,
  RegionViva,
  renderizarPagina,
  Tabla,
  type Miga,
} from '../../../interfaz/index.ts';
import type { Lote } from '../consultas.ts';
import type { Entrega } from '../entrega.ts';
import { comoSeLlama, TablaDeEntregas, VEREDICTOS } from './palabras.tsx';

const DICE: Readonly<Record<Entrega['veredicto'], string>> = {
  aceptado: 'El documento entró al registro. Quien lo expide y quien compra lo ven en sus facturas.',
  rechazado:
    'El documento no entró al registro. Corrija lo que dicen los rechazos, fírmelo otra vez y entréguelo de nuevo.',
  repetido: 'Este mismo documento ya estaba en el registro. No se registró otra vez.',
};

/** What became of a document: the verdict first, then each finding with its cause. */
export const paginaEntrega = (o: { entrega: Entrega; base: string; migas: readonly Miga[] }): string => {
  const { entrega: e } = o;
  const propia = `${o.base}/${e.idPublico}`;
  return renderizarPagina(
    <Pagina
      titulo={comoSeLlama(e)}
      ancho="ancha"
      migas={o.migas}
      antes={
        <Aviso tipo={e.veredicto === 'aceptado' ? 'exito' : 'importante'} titulo={VEREDICTOS[e.veredicto]}>
          {DICE[e.veredicto]}
        </Aviso>
      }
    >
      <Tabla
        titulo="Hallazgos"
        vacia="No tiene hallazgos."
        columnas={[{ titulo: 'Regla' }, { titulo: 'Efecto' }, { titulo: 'Qué se halló' }]}
        filas={e.hallazgos.map((h) => [
          h.regla,
          h.tipo === 'rechazo' ? 'Rechazo' : 'Notificación',
          h.mensaje,
        ])}
      />
      <ListaResumen
        filas={[
          { rotulo: 'Archivo', valor: e.nombre },
          { rotulo: 'Entregado', valor: <InstanteTexto instante={e.recibidaEn} /> },
          ...(e.codigo === null
            ? []
            : [{ rotulo: 'Código único', valor: <span class="codigo-largo">{e.codigo}</span> }]),
          { rotulo: 'Respuesta firmada', valor: <a href={`${propia}/respuesta.xml`}>Descargar (XML)</a> },
          { rotulo: 'Documento como llegó', valor: <a href={`${propia}/original.xml`}>Descargar (XML)</a> },
        ]}
      />
      <EnlaceBoton href={o.base}>Entregar otro documento</EnlaceBoton>
    </Pagina>,
  );
};

/** Seconds between looks while a batch is judged. */
const CADA = 3;

/** How far a batch is, and what became of each of its documents. */
export const paginaLote = (o: { lote: Lote; base: string; migas: readonly Miga[] }): string => {
  const { lote } = o;
  const faltan = lote.cuantos - lote.entregas.length;
  const cuantas = (v: Entrega['veredicto']) => lote.entregas.filter((e) => e.veredicto === v).length;
  return renderizarPagina(
    <Pagina
      titulo={`Lote ${lote.nombre}`}
      ancho="ancha"
      migas={o.migas}
      recargarCada={faltan > 0 ? CADA : undefined}
    >
      <RegionViva id="avance" {...(faltan > 0 && { recargarCada: CADA })}>
        <p class="govuk-body">
          {faltan > 0
            ? `Se han revisado ${lote.entregas.length} de ${lote.cuantos} documentos. Puede cerrar esta página: se siguen revisando.`
            : `Se revisaron los ${lote.cuantos} documentos: ${cuantas('aceptado')} aceptados, ${cuantas('rechazado')} rechazados y ${cuantas('repetido')} que ya estaban.`}
        </p>
        <progress max={lote.cuantos} value={lote.entregas.length}>
          {lote.entregas.length} de {lote.cuantos}
        </progress>
        <TablaDeEntregas
          titulo="Documentos del lote"
          vacia="Todavía no se ha revisado ninguno."
          entregas={lote.entregas}
          camino={(e) => `${o.base}/${e.idPublico}`}
        />
      </RegionViva>
      <EnlaceBoton href={o.base}>Entregar más documentos</EnlaceBoton>
    </Pagina>,
  );
};
