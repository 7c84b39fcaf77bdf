import { formatearPesos } from '@autogestion/normas/dinero';
import type { UnoPorCiento } from '@autogestion/normas/factura';
import { formatearFecha, MESES } from '@autogestion/normas/fechas';
import { conMayuscula, nombreLegible } from '@autogestion/normas/texto';
import type { VNode } from 'preact';
import {
  Boton,
  CampoTexto,
  ConLado,
  EnlaceBoton,
  Etiqueta,
  Ficha,
  Grafica,
  GrupoDeBotones,
  Pagina,
  Paginacion,
  Panel,
  renderizarPagina,
  Selector,
  Tabla,
  TextoInset,
} from '../../interfaz/index.ts';
import { CuerpoDelDocumento, enDinero, nombreDelTipo, type DocumentoConsultado } from '../consulta/index.ts';
import { POR_PAGINA, type Filtro, type MiFactura, type TotalDelMes } from './consultas.ts';
import { deFacturas } from './direcciones.ts';

const nombreDelMes = (mes: number): string => conMayuscula(MESES[mes - 1] ?? '');
const inicio = (titular: string) => [{ texto: 'Inicio', href: `/de/${titular}` }];
const migas = (titular: string) => [...inicio(titular), { texto: 'Mis facturas', href: deFacturas(titular) }];

const conFiltro = (titular: string, f: Filtro, mas: Record<string, string> = {}, donde = ''): string => {
  const q = new URLSearchParams({
    papel: f.papel,
    anio: String(f.anio),
    ...(f.mes !== undefined && { mes: String(f.mes) }),
    ...mas,
  });
  return `${deFacturas(titular)}${donde}?${q.toString()}`;
};

/** Invoices issued and received: what each month came to, and the list. */
export function paginaMisFacturas(o: {
  titular: string;
  filtro: Filtro;
  anios: readonly number[];
  pagina: number;
  total: number;
  facturas: readonly MiFactura[];
  meses: readonly TotalDelMes[];
}): string {
  const { titular, filtro, facturas, total } = o;
  const compras = filtro.papel === 'compras';
  return renderizarPagina(
    <Pagina titulo="Mis facturas" ancho="ancha" migas={inicio(titular)}>
      <p class="govuk-body">
        Las facturas electrónicas y sus notas que le expidieron y que expidió, entre las que se han entregado
        en esta oficina.
      </p>
      <ConLado
        lado={
          <Ficha titulo="Para su declaración de renta">
            <p>
              El 1 % de lo que compra con factura electrónica y paga por un medio electrónico se resta de la
              renta.
            </p>
            <p>
              <a class="govuk-link" href={`${deFacturas(titular)}/uno-por-ciento?anio=${filtro.anio}`}>
                Ver cuáles cuentan en {filtro.anio}
              </a>
            </p>
          </Ficha>
        }
      >
        <Filtros {...o} />
      </ConLado>
      <Meses meses={o.meses} anio={filtro.anio} />
      <Tabla
        titulo={`${compras ? 'Compras' : 'Ventas'} de ${filtro.mes ? `${MESES[filtro.mes - 1] ?? ''} de ` : ''}${filtro.anio}: ${total}`}
        conCabezas
        columnas={[
          { titulo: 'Documento' },
          { titulo: 'Fecha' },
          { titulo: compras ? 'Le vendió' : 'Le compró' },
          { titulo: 'Total', numerica: true },
        ]}
        vacia="No hay ninguna con estos filtros."
        filas={facturas.map((f) => [
          <a class="govuk-link" href={`${deFacturas(titular)}/ver/${f.id}`}>
            {nombreDelTipo(f.tipo)} {f.numero}
          </a>,
          formatearFecha(f.fecha),
          <>
            {nombreLegible(f.otro.nombre)} {f.pruebas ? <Etiqueta tono="ojo">De prueba</Etiqueta> : null}
          </>,
          enDinero(f.total, f.moneda),
        ])}
      />
      <Paginacion
        actual={o.pagina}
        total={Math.ceil(total / POR_PAGINA)}
        etiqueta="Páginas de facturas"
        direccion={(n) => conFiltro(titular, filtro, { pagina: String(n) })}
      />
      {total > 0 ? (
        <EnlaceBoton href={conFiltro(titular, filtro, {}, '/facturas.csv')} variante="secundario">
          Descargar la lista (CSV)
        </EnlaceBoton>
      ) : null}
    </Pagina>,
  );
}

const Filtros = ({
  titular,
  filtro,
  anios,
}: {
  titular: string;
  filtro: Filtro;
  anios: readonly number[];
}): VNode => (
  <form method="get" action={deFacturas(titular)}>
    <Selector
      nombre="papel"
      etiqueta="Cuáles"
      valor={filtro.papel}
      opciones={[
        { valor: 'compras', texto: 'Compras: las que me expidieron' },
        { valor: 'ventas', texto: 'Ventas: las que expedí' },
      ]}
    />
    <Selector
      nombre="anio"
      etiqueta="Año"
      ancho={10}
      valor={String(filtro.anio)}
      opciones={anios.map((a) => ({ valor: String(a), texto: String(a) }))}
    />
    <Selector
      nombre="mes"
      etiqueta="Mes"
      vacia="Todo el año"
      ancho={10}
      valor={filtro.mes === undefined ? '' : String(filtro.mes)}
      opciones={MESES.map((m, i) => ({ valor: String(i + 1), texto: conMayuscula(m) }))}
    />
    <CampoTexto
      nombre="numero"
      etiqueta="Número de la factura"
      opcional
      ancho={20}
      valor={filtro.numero ?? ''}
    />
    <Boton variante="secundario">Filtrar</Boton>
  </form>
);

function Meses({ meses, anio }: { meses: readonly TotalDelMes[]; anio: number }): VNode | null {
  const con = meses.filter((m) => m.cuantasCompras + m.cuantasVentas > 0);
  if (con.length === 0) return null;
  // A month in which what was given back is more than what was bought has no bar: the table says it.
  const barra = (centavos: bigint) => Math.max(0, Number(centavos / 100n));
  return (
    <>
      <Grafica
        titulo={`Mes por mes en ${anio}`}
        leyenda={{ resto: 'Compras', pronto: 'Ventas' }}
        barras={con.map((m) => ({
          nombre: nombreDelMes(m.mes),
          dice: formatearPesos((m.compras + m.ventas) / 100n),
          tramos: [
            { clase: 'resto', valor: barra(m.compras) },
            { clase: 'pronto', valor: barra(m.ventas) },
          ],
        }))}
      />
      <Tabla
        titulo={`Totales por mes en ${anio}, con impuestos y con las notas restadas o sumadas`}
        conCabezas
        columnas={[
          { titulo: 'Mes' },
          { titulo: 'Compras', numerica: true },
          { titulo: 'Cuántas', numerica: true },
          { titulo: 'Ventas', numerica: true },
          { titulo: 'Cuántas', numerica: true },
        ]}
        filas={con.map((m) => [
          nombreDelMes(m.mes),
          enDinero(m.compras),
          String(m.cuantasCompras),
          enDinero(m.ventas),
          String(m.cuantasVentas),
        ])}
      />
    </>
  );
}

/** One of theirs, with all that it says and its original. */
export function paginaMiFactura({
  titular,
  id,
  d,
  conOriginal,
}: {
  titular: string;
  id: string;
  d: DocumentoConsultado;
  conOriginal: boolean;
}): string {
  return renderizarPagina(
    <Pagina
      titulo={`${nombreDelTipo(d.tipo)} ${d.numero}`}
      encabezado={null}
      ancho="ancha"
      migas={migas(titular)}
    >
      <CuerpoDelDocumento d={d} diferencias="" />
      <GrupoDeBotones>
        {conOriginal ? (
          <EnlaceBoton href={`${deFacturas(titular)}/ver/${id}/original.xml`} variante="secundario">
            Descargar el original (XML)
          </EnlaceBoton>
        ) : null}
        <EnlaceBoton href={deFacturas(titular)} variante="secundario">
          Volver a mis facturas
        </EnlaceBoton>
      </GrupoDeBotones>
    </Pagina>,
  );
}

/** Which purchases count for the 1 % and why each other one does not. */
export function paginaUnoPorCiento(o: {
  titular: string;
  u: UnoPorCiento & { hayMas: boolean };
  anios: readonly number[];
}): string {
  const { titular, u } = o;
  const cuentan = u.compras.filter((c) => c.cuenta > 0n);
  const no = u.compras.filter((c) => c.cuenta === 0n);
  const deduccion = u.deduccion === undefined ? undefined : formatearPesos(u.deduccion);
  return renderizarPagina(
    <Pagina
      titulo={`El 1 % de sus compras de ${u.anio}`}
      encabezado={null}
      ancho="ancha"
      migas={migas(titular)}
    >
      <Panel titulo={`Cuentan ${formatearPesos(u.suma)} en ${u.anio}`} tono={u.suma > 0n ? 'bien' : 'ojo'}>
        {deduccion === undefined
          ? 'Todavía no se conoce la UVT de ese año, con la que se mide el tope.'
          : `El 1 % son ${deduccion}: casilla 28 de su declaración de renta (formulario 210).`}
      </Panel>
      <p class="govuk-body">
        {`Estatuto Tributario, art. 336 num. 5. ${u.tope === undefined ? '' : `Hasta 240 UVT: ${formatearPesos(u.tope)}. `}`}
        Contamos el valor antes de impuestos: la ley no dice con claridad si el IVA entra.
      </p>
      <TextoInset>
        Lo que la oficina no puede saber y usted sí: que no la haya restado como costo, IVA descontable u otro
        beneficio, y que quien la expidió esté obligado a facturar. Si alguna no cumple, quítela al declarar.
      </TextoInset>
      <form method="get" action={`${deFacturas(titular)}/uno-por-ciento`}>
        <Selector
          nombre="anio"
          etiqueta="Año"
          ancho={10}
          valor={String(u.anio)}
          opciones={o.anios.map((a) => ({ valor: String(a), texto: String(a) }))}
        />
        <Boton variante="secundario">Ver ese año</Boton>
      </form>
      {u.hayMas ? (
        <TextoInset>
          Son más de 5.000 compras: aquí están las primeras del año, y la suma es de ellas.
        </TextoInset>
      ) : null}
      <Tabla
        titulo={`Las que no cuentan: ${no.length}`}
        conCabezas
        columnas={[{ titulo: 'Factura' }, { titulo: 'Por qué no' }, { titulo: 'Valor', numerica: true }]}
        vacia="Ninguna compra de ese año se quedó por fuera."
        filas={no.slice(0, 500).map(({ compra: c, razones }) => [
          <DeFactura titular={titular} id={c.id} numero={c.numero} fecha={formatearFecha(c.fecha)} />,
          <ul class="govuk-list">
            {razones.map((r) => (
              <li>{`${r.frase} (${r.articulo})`}</li>
            ))}
          </ul>,
          enDinero(c.bruto, c.moneda),
        ])}
      />
      <Tabla
        titulo={`Las que cuentan: ${cuentan.length}`}
        conCabezas
        columnas={[{ titulo: 'Factura' }, { titulo: 'Observación' }, { titulo: 'Cuenta', numerica: true }]}
        vacia="Ninguna compra de ese año cuenta, entre las que se han entregado en esta oficina."
        filas={cuentan
          .slice(0, 500)
          .map(({ compra: c, cuenta, razones }) => [
            <DeFactura titular={titular} id={c.id} numero={c.numero} fecha={formatearFecha(c.fecha)} />,
            razones.map((r) => r.frase).join(' ') || 'Entera',
            enDinero(cuenta),
          ])}
      />
      <GrupoDeBotones>
        <EnlaceBoton href={`/de/${titular}/declaraciones`}>Ir a sus declaraciones</EnlaceBoton>
        <EnlaceBoton href={deFacturas(titular)} variante="secundario">
          Volver a mis facturas
        </EnlaceBoton>
      </GrupoDeBotones>
    </Pagina>,
  );
}

const DeFactura = ({
  titular,
  id,
  numero,
  fecha,
}: {
  titular: string;
  id: string;
  numero: string;
  fecha: string;
}): VNode => (
  <>
    <a class="govuk-link" href={`${deFacturas(titular)}/ver/${id}`}>
      {numero}
    </a>
    <span class="copias__de">{fecha}</span>
  </>
);
