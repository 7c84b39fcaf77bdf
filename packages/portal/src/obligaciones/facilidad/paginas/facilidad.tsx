import { formatearPesos } from '@autogestion/normas/dinero';
import type { CuotaSeguida, EstadoDeFacilidad } from '@autogestion/normas/facilidad';
import { diasEntre, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import type { VNode } from 'preact';
import {
  Aviso,
  ConLado,
  DatosAlLado,
  Etiqueta,
  Ficha,
  Monto,
  Pagina,
  renderizarPagina,
  type TonoDeEtiqueta,
} from '../../../interfaz/index.ts';
import { palabrasDeGarantia } from '../calcular.ts';
import type { CuotaConcedida, Facilidad } from '../consultas.ts';
import { periodicidadEnPalabras } from '../preguntas.ts';
import { TablaDeCuotas } from './cuotas.tsx';
import { CuotasDibujadas } from './dibujo.tsx';

export interface FacilidadVista {
  f: Facilidad;
  estado: EstadoDeFacilidad;
  hoy: Fecha;
  /** What the ledger says today that is owed of its debts, in pesos, and where the person sees it. */
  enElLibro?: { debe: bigint; href: string };
}

interface PropsDeFacilidad extends FacilidadVista {
  /** `/de/<titular>` */
  base: string;
  camino: string;
  /** The number of the slip of each instalment, and where it is. */
  recibo: (cuota: number) => { numero: string; href: string | undefined } | undefined;
  /** Documents of the office that are sealed. */
  documentos: readonly { href: string; nombre: string; sellado: boolean }[];
}

/** A facility: what is to be paid next and until when, its instalments with their slips, and its documents. */
export function paginaFacilidad(o: PropsDeFacilidad): string {
  return renderizarPagina(
    <Pagina
      titulo={`Facilidad de pago ${o.f.radicado}`}
      ancho="ancha"
      migas={[
        { texto: 'Inicio', href: o.base },
        { texto: 'Estado de obligaciones', href: `${o.base}/obligaciones` },
      ]}
    >
      <ConLado lado={<AlLado {...o} />} luego={<LasCuotas {...o} />}>
        <ComoVa {...o} />
      </ConLado>
    </Pagina>,
  );
}

/** In a sentence, how it goes; where it was not kept, why that matters and what follows. */
export function ComoVa({ f, estado, hoy, enElLibro }: FacilidadVista): VNode {
  if (f.fin?.clase === 'pagada' && enElLibro && enElLibro.debe > 0n)
    return (
      <Aviso titulo="Cumplió con sus cuotas">
        <p>
          Pagó todas las cuotas de su plan. De estas deudas faltan hoy {formatearPesos(enElLibro.debe)}. Lo
          que se debe cambia si la tasa de interés de un mes se conoció después de hacer el plan, o si se
          corrigió una declaración.
        </p>
        <p>
          <a class="govuk-link" href={enElLibro.href}>
            Ver y pagar lo que falta
          </a>
        </p>
      </Aviso>
    );
  if (f.fin?.clase === 'pagada')
    return <Aviso titulo="Está pagada">Pagó todas las cuotas. No tiene que hacer nada más.</Aviso>;
  if (f.fin)
    return (
      <Aviso tipo="importante" titulo="Quedó sin efecto">
        {`El ${formatearFecha(f.fin.dia)} la oficina la dejó sin efecto: se cobra todo lo que falte, con los intereses de cada día. Lea la decisión en «Mis trámites».`}
      </Aviso>
    );
  if (estado.estado === 'incumplida')
    return (
      <Aviso tipo="importante" titulo="No está al día">
        <ul class="govuk-list govuk-list--bullet">
          {estado.causas.map((c) => (
            <li>
              {c.razon} ({c.articulo})
            </li>
          ))}
        </ul>
        <p class="govuk-body">
          <strong>Qué sigue</strong>
        </p>
        <ol class="govuk-list govuk-list--number">
          {estado.queSigue.map((q) => (
            <li>
              {q.frase} ({q.articulo})
            </li>
          ))}
        </ol>
      </Aviso>
    );
  const { proxima } = estado;
  return proxima ? (
    <Aviso titulo="Va al día">
      {`Su próxima cuota: ${formatearPesos(proxima.falta)}, hasta el ${formatearFecha(proxima.fecha)}. ${faltan(hoy, proxima.fecha)}`}
    </Aviso>
  ) : (
    <Aviso titulo="Está pagada">Entró todo lo de sus cuotas. Le enviamos la constancia por correo.</Aviso>
  );
}

function faltan(hoy: Fecha, dia: Fecha): string {
  const dias = diasEntre(hoy, dia);
  return dias === 0 ? 'Es hoy.' : dias === 1 ? 'Es mañana.' : `Faltan ${dias} días.`;
}

const ESTADOS: Record<CuotaSeguida['estado'], { texto: string; tono: TonoDeEtiqueta }> = {
  pagada: { texto: 'Pagada', tono: 'bien' },
  vencida: { texto: 'Vencida', tono: 'mal' },
  'por-pagar': { texto: 'Por pagar', tono: 'neutra' },
};

function LasCuotas({ f, estado, recibo }: PropsDeFacilidad) {
  const de = new Map(estado.cuotas.map((c) => [c.numero, c]));
  return (
    <>
      <h2 class="govuk-heading-m">Las cuotas</h2>
      <CuotasDibujadas cuotas={f.cuotas} />
      <TablaDeCuotas
        cuotas={f.cuotas}
        ademas={{
          titulo: 'Cómo va',
          de: (c) => <EstadoDeCuota cuota={de.get(c.numero)} c={c} recibo={recibo} fin={f.fin} />,
        }}
      />
      <p class="govuk-body">
        Cada cuota se paga con su recibo 490, que sirve hasta su día. El recibo de la última se hace cuando
        haya pagado las demás, por lo que falte ese día: puede ser distinto de lo programado si cambió una
        tasa de interés. Si paga después de su día, pida un recibo con los intereses de más en «Estado de
        obligaciones».
      </p>
    </>
  );
}

function EstadoDeCuota({
  cuota,
  c,
  recibo,
  fin,
}: Pick<PropsDeFacilidad, 'recibo'> & {
  cuota: CuotaSeguida | undefined;
  c: CuotaConcedida;
  fin: Facilidad['fin'];
}) {
  if (!cuota || fin?.clase === 'sin-efecto') return <>Ya no cuenta</>;
  const suyo = cuota.estado === 'por-pagar' ? recibo(c.numero) : undefined;
  return (
    <>
      <Etiqueta tono={ESTADOS[cuota.estado].tono}>{ESTADOS[cuota.estado].texto}</Etiqueta>
      {cuota.estado !== 'pagada' && cuota.falta !== c.total ? (
        <> Faltan {formatearPesos(cuota.falta)}. </>
      ) : null}
      {suyo ? (
        <>
          {' '}
          {suyo.href ? (
            <a class="govuk-link" href={suyo.href}>
              Recibo {suyo.numero}
            </a>
          ) : (
            `Recibo ${suyo.numero}`
          )}
        </>
      ) : null}
    </>
  );
}

const AlLado = ({ f, estado, documentos, base }: PropsDeFacilidad) => (
  <>
    <DatosAlLado
      titulo="Su facilidad"
      filas={[
        { rotulo: 'Concedida el', valor: formatearFecha(f.concedidaEl) },
        { rotulo: 'Lo que debía', valor: <Monto pesos={f.deuda} /> },
        { rotulo: 'Intereses de las cuotas', valor: <Monto pesos={f.intereses} /> },
        { rotulo: 'Lo que ha pagado', valor: <Monto pesos={estado.pagado} /> },
        { rotulo: 'Cada cuánto', valor: periodicidadEnPalabras(f.periodicidad) },
        { rotulo: 'Garantía', valor: palabrasDeGarantia(f.garantia) },
      ]}
    />
    <Ficha titulo="Qué deudas paga">
      <ul class="govuk-list">
        {f.deudas.map((d) => (
          <li>
            {d.nombre}: {formatearPesos(d.impuesto + d.sancion + d.interes)}
          </li>
        ))}
      </ul>
    </Ficha>
    <Ficha titulo="Documentos">
      <ul class="govuk-list">
        {documentos.map((d) => (
          <li>
            {d.sellado ? (
              <a class="govuk-link" href={d.href}>
                {d.nombre}
              </a>
            ) : (
              `${d.nombre}: se está sellando, toma unos segundos.`
            )}
          </li>
        ))}
        <li>
          <a class="govuk-link" href={`${base}/tramites/${f.radicado}`}>
            Su solicitud y el acuse
          </a>
        </li>
      </ul>
    </Ficha>
  </>
);
