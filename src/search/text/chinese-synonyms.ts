/** Short Chinese terms and what they are short for, as `abbreviations` has them. */
export const chineseAbbreviations = `
快排 = 快速排序
归并 = 归并排序
反代 = 反向代理
单测 = 单元测试
集测 = 集成测试
压测 = 压力测试
热更 = 热更新
正则 = 正则表达式
机器学习 = ML
大模型 = LLM
数仓 = 数据仓库
虚机 = 虚拟机
死循环 = 无限循环
动规 = 动态规划
操作系统 = OS
`;

/** Words that are written in two ways, of which neither is wrong: nothing is said of them. */
export const spellings = `
登陆 = 登录
其它 = 其他
部份 = 部分
成份 = 成分
图象 = 图像
想象 = 想像
计画 = 计划
做为 = 作为
当作 = 当做
叫作 = 叫做
唯一 = 惟一
缺省 = 默认
阀值 = 阈值
布署 = 部署
撤消 = 撤销
身分 = 身份
黏贴 = 粘贴
复盖 = 覆盖
按装 = 安装
重起 = 重启
`;

/** Terms of Taiwan and of the mainland, both in the standing form of their characters. */
export const regionalTerms = `
资料库 = 数据库
伺服器 = 服务器
软体 = 软件
硬体 = 硬件
程式 = 程序
程式码 = 代码
网路 = 网络
网际网路 = 互联网
记忆体 = 内存
快取 = 缓存
伫列 = 队列
执行绪 = 线程
物件 = 对象
变数 = 变量
函式 = 函数
回圈 = 循环
阵列 = 数组
介面 = 接口
连线 = 连接
预设 = 默认
资讯 = 信息
讯息 = 消息
档案 = 文件
字串 = 字符串
字元 = 字符
位元组 = 字节
演算法 = 算法
递回 = 递归
非同步 = 异步
萤幕 = 屏幕
使用者 = 用户
登入 = 登录
登出 = 注销
除错 = 调试
最佳化 = 优化
丛集 = 集群
网域 = 域名
连结 = 链接
部落格 = 博客
人工智慧 = 人工智能
模组 = 模块
元件 = 组件
外挂 = 插件
回传 = 返回
巨集 = 宏
指标 = 指针
堆叠 = 堆栈
杂凑 = 哈希 = 散列
设定 = 设置
搜寻 = 搜索
效能 = 性能
回应 = 响应
负载平衡 = 负载均衡
原始码 = 源代码 = 源码
资料 = 数据
映像档 = 镜像
容错移转 = 故障转移
延展性 = 扩展性
`;
