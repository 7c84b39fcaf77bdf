import { formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import type { Ambito } from '../../plataforma/index.ts';
import {
  Copiable,
  DatosAlLado,
  Pagina,
  Pendientes,
  renderizarPagina,
  Teselas,
  type Pendiente,
  type Tesela,
} from '../../interfaz/index.ts';
import {
  nombreDe,
  nombreDePila,
  tramitesPara,
  type EstadoConFecha,
  type LoSuyo,
  type VersionRut,
} from '../../rut/index.ts';

interface PropsPersona {
  version: VersionRut;
  estado: EstadoConFecha;
  hoy: Fecha;
  pendientes: readonly Pendiente[];
  comoEsta: NonNullable<LoSuyo['comoEsta']>;
  /** `/de/<titular>` */
  base: string;
  /** Whether whoever acts reaches that far: what would be refused is not offered. */
  puede: (ambito: Ambito) => boolean;
  /** Whoever acts is looking at their own. */
  esSuya: boolean;
}

/** A person's own home: what there is today, how they stand, and what they can do. */
export function paginaPersona(o: PropsPersona): string {
  const { registro } = o.version;
  const deEmpresa = registro.tipoContribuyente === '1';
  return renderizarPagina(
    <Pagina
      titulo="Inicio"
      encabezado={deEmpresa || !o.esSuya ? nombreDe(registro) : <>Hola, {nombreDePila(registro)}</>}
      ancho="ancha"
    >
      <div class="casa">
        <Pendientes
          titulo={`Hoy, ${formatearFecha(o.hoy)}`}
          pendientes={o.pendientes}
          nada="Nada que hacer por ahora."
        />
        <DatosAlLado
          titulo="Cómo está"
          filas={[
            { rotulo: 'NIT', valor: <Copiable>{formatearNit(registro.nit, registro.dv)}</Copiable> },
            ...o.comoEsta.map(({ rotulo, valor, href }) => ({
              rotulo,
              valor: href ? <a href={href}>{valor}</a> : valor,
            })),
          ]}
        />
      </div>
      <Teselas titulo="Lo que puede hacer" teselas={suyas(o)} />
      <Teselas titulo={o.esSuya ? 'Usted y su cuenta' : 'Accesos'} teselas={cuenta(o)} />
      <Teselas titulo="Además" teselas={ademas(o)} />
    </Pagina>,
  );
}

function suyas({ base, version, estado, puede, esSuya }: PropsPersona): readonly Tesela[] {
  const prepara = puede('preparar');
  return [
    {
      icono: 'archivo',
      texto: esSuya ? 'Su RUT' : 'El RUT',
      href: `${base}/rut`,
      dato: 'Qué dice, y copias para entregar',
    },
    ...(prepara && estado.estado !== 'cancelado'
      ? [
          {
            icono: 'lapiz' as const,
            texto: 'Actualizar el RUT',
            href: `${base}/rut/actualizacion`,
            dato: 'Dirección, actividad, responsabilidades',
          },
        ]
      : []),
    {
      icono: 'lapiz',
      texto: 'Declaraciones',
      href: `${base}/declaraciones`,
      dato: 'Empezar la suya, seguirla y ver las que presentó',
    },
    {
      icono: 'personas',
      texto: 'Información reportada por terceros',
      href: `${base}/reportado`,
      dato: 'Quién reportó qué, y a qué casilla iría',
    },
    ...(deReportar(version.registro)
      ? [
          {
            icono: 'archivo' as const,
            texto: 'Reportar información de terceros',
            href: `${base}/exogena`,
            dato: 'La exógena: entregar el archivo y seguirlo',
          },
        ]
      : []),
    {
      icono: 'recibo',
      texto: 'Mis facturas',
      href: `${base}/facturas`,
      dato: 'Lo que compró y vendió, y el 1 % de la renta',
    },
    {
      icono: 'tienda',
      texto: 'Facturación electrónica',
      href: `${base}/facturador`,
      dato: 'Habilitarse y pedir numeración',
    },
    {
      icono: 'calendario',
      texto: 'Fechas para declarar',
      href: `${base}/vencimientos`,
      dato: 'Mes por mes, con lo que cuesta pasarse',
    },
    {
      icono: 'sello',
      texto: 'Certificados',
      href: `${base}/obligaciones/certificados`,
      dato: 'Paz y salvo, de un pago o de estar en el RUT',
    },
    // Responsibility 52: who issues electronic documents.
    ...(version.registro.clasificacion.responsabilidades.includes('52')
      ? [
          {
            icono: 'recibo' as const,
            texto: 'Entregar facturas electrónicas',
            href: `${base}/facturas/entregas`,
            dato: 'Las que expide, con la respuesta firmada de cada una',
          },
        ]
      : []),
    {
      icono: 'recibo',
      texto: 'Trámites',
      href: `${base}/tramites`,
      dato: prepara ? 'Empezar uno y ver dónde va cada uno' : 'Ver dónde va cada uno',
    },
    ...(prepara
      ? tramitesPara(
          version.registro,
          estado.estado,
          base.split('/')[2] ?? '',
          (t) => t.enInicio === true,
        ).map((t) => ({
          ...t,
          icono: 'flecha' as const,
          dato: 'Vea en unos minutos si cumple',
        }))
      : []),
  ];
}

/** Companies, whoever withholds (07) and whoever is told in the RUT to report (14) are those who do it (ET 631). */
const deReportar = ({ tipoContribuyente, clasificacion }: VersionRut['registro']): boolean =>
  tipoContribuyente === '1' || ['07', '14'].some((r) => clasificacion.responsabilidades.includes(r));

function cuenta({ base, puede, esSuya }: PropsPersona): readonly Tesela[] {
  const firma = puede('firmar');
  return [
    ...(esSuya
      ? [
          {
            icono: 'firma' as const,
            texto: 'Su firma electrónica',
            href: '/mi-firma',
            dato: 'Obtenerla, probarla o renovarla',
          },
        ]
      : []),
    ...(firma
      ? [
          {
            icono: 'correo' as const,
            texto: 'Correo y celular',
            href: `${base}/contacto`,
            dato: 'Donde llegan los códigos',
          },
          {
            icono: 'personas' as const,
            texto: 'Personas autorizadas',
            href: `${base}/autorizados`,
            dato: esSuya ? 'Quienes pueden actuar por usted' : 'Quienes pueden actuar por este NIT',
          },
        ]
      : []),
    {
      icono: 'candado',
      texto: 'Su cuenta',
      href: '/cuenta',
      dato: 'Contraseña, segundo paso y sesiones',
    },
  ];
}

function ademas({ base, puede }: PropsPersona): readonly Tesela[] {
  return [
    ...(puede('firmar')
      ? [
          {
            icono: 'reloj' as const,
            texto: 'Quién vio sus datos',
            href: `${base}/actividad`,
            dato: 'Y quién ha hecho qué',
          },
        ]
      : []),
    {
      icono: 'recibo',
      texto: 'Mis intentos',
      href: `${base}/intentos`,
      dato: 'Constancias de cuando falló la oficina',
    },
    { icono: 'personas', texto: 'Actuar por otros', href: '/actuar', dato: 'Empresas y personas' },
    { icono: 'qr', texto: 'Verificar un documento', href: '/verificar', dato: 'Con el código o el archivo' },
    { icono: 'buscar', texto: 'Estado de un RUT', href: '/rut/estado', dato: 'Con el NIT' },
  ];
}
